package dev.aludel.revision;

import dev.aludel.AludelException;

/** A branch that cannot be moved behind another revision. Nothing was changed. */
public final class UnmovableRevisionException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final String revision;

    UnmovableRevisionException(String revision, String reason) {
        super("Revision '" + revision + "' is not moved: " + reason);
        this.revision = revision;
    }

    /** The revision that was to be moved. */
    public String revision() {
        return revision;
    }
}
