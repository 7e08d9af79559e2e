package dev.aludel.demo.customer;

import dev.aludel.demo.web.ConflictException;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts and finds them. */
@Service
@Transactional
class UserService {

    private final UserRepository users;
    private final UserLookup lookup;

    UserService(UserRepository users, UserLookup lookup) {
        this.users = users;
        this.lookup = lookup;
    }

    UserView open(NewUser account) {
        String storefront = account.storefrontOrMain();
        if (users.existsByStorefrontAndUsername(storefront, account.username())) {
            throw new ConflictException(
                    "The username '%s' is taken in the storefront '%s'".formatted(account.username(), storefront));
        }
        return UserView.of(users.saveAndFlush(account.toUser()));
    }

    UserView move(Long id, Address address) {
        User user = find(id);
        user.moveTo(address);
        return UserView.of(user);
    }

    @Transactional(readOnly = true)
    UserView get(Long id) {
        return UserView.of(find(id));
    }

    @Transactional(readOnly = true)
    Page<UserView> list(@Nullable String storefront, Pageable page) {
        Page<User> found = storefront == null ? users.findAll(page) : users.findByStorefront(storefront, page);
        return found.map(UserView::of);
    }

    /** On the SessionFactory, outside Spring's transaction. */
    @Transactional(propagation = Propagation.SUPPORTS)
    UserView called(String username, @Nullable String storefront) {
        return UserView.of(
                storefront == null ? lookup.theOneCalled(username) : lookup.theOneCalled(username, storefront));
    }

    private User find(Long id) {
        return users.findById(id).orElseThrow(() -> new UserNotFoundException(id));
    }
}
