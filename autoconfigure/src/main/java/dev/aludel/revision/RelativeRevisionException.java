package dev.aludel.revision;

import dev.aludel.AludelException;

/** A relative identifier that goes further than there are revisions. */
public final class RelativeRevisionException extends AludelException {

    private static final long serialVersionUID = 1L;

    RelativeRevisionException(String identifier, String reason) {
        super("'" + identifier + "' " + reason);
    }
}
