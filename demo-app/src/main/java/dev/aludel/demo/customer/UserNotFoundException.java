package dev.aludel.demo.customer;

import dev.aludel.demo.web.NotFoundException;

/** Nobody has this id, or this username. */
public final class UserNotFoundException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UserNotFoundException(Long id) {
        super("There is no user " + id);
    }

    UserNotFoundException(String username) {
        super("No user is called '" + username + "'");
    }
}
