package dev.aludel.runner;

import dev.aludel.AludelException;

/** A downgrade would have to take back a revision that says it cannot be. */
public final class IrreversibleRevisionException extends AludelException {

    private static final long serialVersionUID = 1L;

    IrreversibleRevisionException(String revision, String reason) {
        super(
                "Revision '%s' cannot be taken back: %s. Restore a backup, or write a new revision that mends what it did."
                        .formatted(revision, reason));
    }
}
