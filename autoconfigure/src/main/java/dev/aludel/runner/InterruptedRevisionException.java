package dev.aludel.runner;

import dev.aludel.AludelException;

/** A revision that does not run in a transaction was interrupted, and cannot go on by itself. */
public final class InterruptedRevisionException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient Interruption interruption;

    InterruptedRevisionException(Interruption interruption) {
        super(
                "Revision '%s' was interrupted in %s. %s Look at the database, then say how it is: 'aludel resolve %s' tells the ways."
                        .formatted(
                                interruption.revision(),
                                interruption.position(),
                                interruption.evidence(),
                                interruption.revision()));
        this.interruption = interruption;
    }

    /** What a script for the database's own client says, which knows no more. */
    static String ofUnnamed() {
        return "A revision was begun and not finished. 'aludel upgrade' goes on with it, 'aludel resolve' tells how far it came.";
    }

    /** The exact state. */
    public Interruption interruption() {
        return interruption;
    }
}
