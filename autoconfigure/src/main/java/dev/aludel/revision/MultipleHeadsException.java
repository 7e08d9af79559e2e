package dev.aludel.revision;

import dev.aludel.AludelException;
import java.util.Collection;
import java.util.List;

/** The identifier {@code head} where there are several heads. */
public final class MultipleHeadsException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> revisions;

    MultipleHeadsException(String identifier, Collection<String> revisions) {
        super("'" + identifier + "' is not one revision, since there are several heads: " + Quoted.all(revisions)
                + ". Name one of them, or write heads for all. The commands merge and rebase make one of them.");
        this.revisions = List.copyOf(revisions);
    }

    /** The heads. */
    public List<String> revisions() {
        return revisions;
    }
}
