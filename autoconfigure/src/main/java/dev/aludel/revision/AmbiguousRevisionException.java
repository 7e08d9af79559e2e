package dev.aludel.revision;

import dev.aludel.AludelException;
import java.util.Collection;
import java.util.List;

/** A prefix that several ids begin with. */
public final class AmbiguousRevisionException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> revisions;

    AmbiguousRevisionException(String identifier, Collection<String> revisions) {
        super("'" + identifier + "' is the beginning of several revisions: " + Quoted.all(revisions)
                + ". Add a character.");
        this.revisions = List.copyOf(revisions);
    }

    /** The ids that begin with it. */
    public List<String> revisions() {
        return revisions;
    }
}
