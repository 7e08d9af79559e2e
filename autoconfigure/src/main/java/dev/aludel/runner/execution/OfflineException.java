package dev.aludel.runner.execution;

import dev.aludel.AludelException;

/** What a revision in Java does cannot be told without the database. */
public final class OfflineException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final String revision;

    OfflineException(String revision, String type, String reason) {
        super(
                "Revision '%s' (%s) %s: what it does depends on the database, and cannot be printed. Run it with 'aludel upgrade', and print the ranges before and after it."
                        .formatted(revision, type, reason));
        this.revision = revision;
    }

    /** Its id. */
    public String revision() {
        return revision;
    }
}
