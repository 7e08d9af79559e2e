package dev.aludel.revision;

import dev.aludel.AludelException;

/** A text that is no identifier of a revision, or one that cannot be used here. */
public final class InvalidIdentifierException extends AludelException {

    private static final long serialVersionUID = 1L;

    InvalidIdentifierException(String identifier, String reason) {
        super("'" + identifier + "' " + reason);
    }
}
