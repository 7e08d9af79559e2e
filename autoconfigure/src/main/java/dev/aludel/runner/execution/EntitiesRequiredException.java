package dev.aludel.runner.execution;

import dev.aludel.AludelException;

/** A revision works with entities where there are none. */
public final class EntitiesRequiredException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final String revision;

    public EntitiesRequiredException(String revision, String type, String reason) {
        super("Revision '%s' (%s) needs JPA. %s".formatted(revision, type, reason));
        this.revision = revision;
    }

    /** Its id. */
    public String revision() {
        return revision;
    }
}
