package dev.aludel.demo.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user as clients see it. */
record UserView(
        Long id,
        String storefront,
        String username,
        String email,
        Role role,
        @Nullable Address address,
        List<String> interests) {

    static UserView of(User user) {
        return new UserView(
                user.id(),
                user.storefront(),
                user.username(),
                user.email(),
                user.role(),
                user.address(),
                user.interests().stream().sorted().toList());
    }
}
