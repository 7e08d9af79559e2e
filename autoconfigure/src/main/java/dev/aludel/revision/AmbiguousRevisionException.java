package dev.aludel.revision;

import dev.aludel.AludelException;
import java.util.Collection;
import java.util.List;

/** A prefix that several ids begin with. */
public final class AmbiguousRevisionException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> revisions;

    AmbiguousRevisionException(String identifier, Collection<Named> revisions) {
        super("'" + identifier + "' is the beginning of several revisions: " + Quoted.named(revisions)
                + ". Add a character.");
        this.revisions = Named.ids(revisions);
    }

    /** The ids that begin with it. */
    public List<String> revisions() {
        return revisions;
    }
}
