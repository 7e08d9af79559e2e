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
                + ". Join them with 'aludel merge', put one behind " + (revisions.size() == 2 ? "the other" : "another")
                + " with '" + rebase(List.copyOf(revisions)) + "', name one of them, or write heads for all.");
        this.revisions = List.copyOf(revisions);
    }

    private static String rebase(List<String> heads) {
        String last = heads.get(heads.size() - 1);
        return "aludel rebase " + last + (heads.size() == 2 ? "" : " --onto " + heads.get(0));
    }

    /** The heads. */
    public List<String> revisions() {
        return revisions;
    }
}
