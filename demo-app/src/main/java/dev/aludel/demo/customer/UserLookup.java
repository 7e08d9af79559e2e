package dev.aludel.demo.customer;

import java.util.List;
import org.hibernate.SessionFactory;
import org.springframework.stereotype.Component;

/** Finds the one user with a username, on Hibernate's own session. */
@Component
class UserLookup {

    private final SessionFactory sessionFactory;

    UserLookup(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /**
     * The one user of all storefronts.
     *
     * @throws UserNotFoundException if there is none
     * @throws AmbiguousUsernameException if there are several
     */
    User theOneCalled(String username) {
        List<User> users = sessionFactory.fromSession(session -> session.createSelectionQuery(
                        "from User u left join fetch u.interests where u.username = :username order by u.storefront",
                        User.class)
                .setParameter("username", username)
                .getResultList());
        return theOne(username, users);
    }

    /**
     * The one user of a storefront.
     *
     * @throws UserNotFoundException if there is none
     */
    User theOneCalled(String username, String storefront) {
        List<User> users = sessionFactory.fromSession(session -> session.createSelectionQuery(
                        "from User u left join fetch u.interests"
                                + " where u.username = :username and u.storefront = :storefront",
                        User.class)
                .setParameter("username", username)
                .setParameter("storefront", storefront)
                .getResultList());
        return theOne(username, users);
    }

    private static User theOne(String username, List<User> users) {
        if (users.isEmpty()) {
            throw new UserNotFoundException(username);
        }
        if (users.size() > 1) {
            throw new AmbiguousUsernameException(
                    username, users.stream().map(User::storefront).toList());
        }
        return users.get(0);
    }
}
