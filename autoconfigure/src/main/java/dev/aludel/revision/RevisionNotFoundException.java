package dev.aludel.revision;

import dev.aludel.AludelException;
import java.util.Collection;
import java.util.List;

/** An identifier that fits no revision. */
public final class RevisionNotFoundException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> revisions;

    RevisionNotFoundException(String identifier, Collection<String> revisions) {
        super("Revision '" + identifier + "' is not known. "
                + (revisions.isEmpty()
                        ? "'aludel history' lists those that are."
                        : "Did you mean " + Quoted.any(revisions) + "? 'aludel history' lists them all."));
        this.revisions = List.copyOf(revisions);
    }

    /** The ids that are nearest to it; may be none. */
    public List<String> revisions() {
        return revisions;
    }
}
