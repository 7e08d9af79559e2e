package dev.aludel.script;

import dev.aludel.AludelException;

/** A revision is a class, so that no script can be written in its place. */
public final class SourceRequiredException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final String revision;

    SourceRequiredException(String revision, String type) {
        super("Revision '%s' is the class '%s', which is changed in its source. Edit its annotation @Revision."
                .formatted(revision, type));
        this.revision = revision;
    }

    /** Its id. */
    public String revision() {
        return revision;
    }
}
