package dev.aludel.runner;

import dev.aludel.AludelException;

/** A revision that does not run in a transaction was begun, and nobody knows how far it came. */
public final class InterruptedRevisionException extends AludelException {

    private static final long serialVersionUID = 1L;

    /** What a script for the database's own client says, which knows no more. */
    static String ofUnnamed() {
        return "A revision was begun and not finished, and it does not run in a transaction. 'aludel status' names it.";
    }

    public InterruptedRevisionException(String revision, String parent) {
        super(
                ("Revision '%s' was begun and not finished, and it does not run in a transaction. Look which of its statements"
                                + " took effect, finish or undo them by hand, then run 'aludel stamp %s' if it is done or 'aludel stamp %s'"
                                + " if it is undone.")
                        .formatted(revision, revision, parent));
    }
}
