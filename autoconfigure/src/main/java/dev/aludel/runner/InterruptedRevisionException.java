package dev.aludel.runner;

import dev.aludel.AludelException;

/** A revision that does not run in a transaction was interrupted, and cannot go on by itself. */
public final class InterruptedRevisionException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient Interruption interruption;

    InterruptedRevisionException(Interruption interruption) {
        super(
                "Revision '%s' was interrupted in %s. %s Look at the database, and record the outcome: 'aludel resolve %s' lists the options."
                        .formatted(
                                interruption.revision(),
                                interruption.position(),
                                interruption.evidence(),
                                interruption.revision()));
        this.interruption = interruption;
    }

    /** What a script for the database's own client says, which knows no more. */
    static String ofUnnamed() {
        return "A revision was interrupted. 'aludel upgrade' continues it, 'aludel resolve' shows its state.";
    }

    /** The exact state. */
    public Interruption interruption() {
        return interruption;
    }
}
