package dev.aludel.revision;

import dev.aludel.AludelException;

/** An identifier names a place within the revisions that another one stands for. */
public final class ReplacedRevisionException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final String revision;
    private final String replacement;

    ReplacedRevisionException(String revision, String replacement) {
        super("Revision '" + revision + "' is one of those that '" + replacement + "' does at once. Name '"
                + replacement + "', or a revision before or after it.");
        this.revision = revision;
        this.replacement = replacement;
    }

    public String revision() {
        return revision;
    }

    /** The revision in its place. */
    public String replacement() {
        return replacement;
    }
}
