package dev.aludel.demo.customer;

import dev.aludel.demo.web.ConflictException;
import java.util.List;

/** A username was to name one user and names several. */
final class AmbiguousUsernameException extends ConflictException {

    private static final long serialVersionUID = 1L;

    AmbiguousUsernameException(String username, List<String> storefronts) {
        super("%d users are called '%s', in the storefronts '%s': name the storefront too"
                .formatted(storefronts.size(), username, String.join("', '", storefronts)));
    }
}
