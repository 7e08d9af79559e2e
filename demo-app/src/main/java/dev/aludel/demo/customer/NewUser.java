package dev.aludel.demo.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client sends to open an account; without a storefront, at the main one. */
record NewUser(
        @NotBlank @Size(max = 50) String username,

        @NotBlank @Email @Size(max = 254) String email,

        @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,29}", message = "must be lower case letters, digits and hyphens")
        String storefront,

        @Nullable @Valid Address address,
        @Nullable Set<@NotBlank @Size(max = 50) String> interests) {

    User toUser() {
        User user = new User(storefrontOrMain(), username, email);
        user.moveTo(address);
        user.takeInterestIn(Objects.requireNonNullElse(interests, Set.of()));
        return user;
    }

    String storefrontOrMain() {
        return Objects.requireNonNullElse(storefront, User.MAIN_STOREFRONT);
    }
}
