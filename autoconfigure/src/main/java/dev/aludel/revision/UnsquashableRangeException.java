package dev.aludel.revision;

import dev.aludel.AludelException;

/** Revisions that no single one can stand for. Nothing was written. */
public final class UnsquashableRangeException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final String range;

    UnsquashableRangeException(String range, String reason) {
        super("The range '" + range + "' is not squashed: " + reason);
        this.range = range;
    }

    public String range() {
        return range;
    }
}
