package dev.aludel.command;

import dev.aludel.AludelException;

/** A revision that cannot be written anew. Nothing was changed. */
public final class UnamendableRevisionException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final String revision;

    UnamendableRevisionException(String revision, String reason) {
        super("Revision '" + revision + "' is not amended: " + reason);
        this.revision = revision;
    }

    /** The revision that was to be amended. */
    public String revision() {
        return revision;
    }
}
