package dev.aludel.revision;

import dev.aludel.AludelException;
import java.util.Collection;
import java.util.List;

/** A relative identifier such as {@code -1} where the way branches. */
public final class BranchRequiredException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> revisions;

    /**
     * @param branch a label or an id that stands for one of the branches
     * @param done the steps before the way branches
     */
    BranchRequiredException(Identifier identifier, String branch, int done, Collection<String> revisions) {
        super("'" + identifier.text() + "' could go to several revisions"
                + (done == 0 ? "" : " after " + (done == 1 ? "1 step" : done + " steps")) + ": " + Quoted.all(revisions)
                + ". Name the branch, as in '" + branch + "@" + identifier.withoutBranch() + "', or a revision.");
        this.revisions = List.copyOf(revisions);
    }

    /** The revisions between which to choose. */
    public List<String> revisions() {
        return revisions;
    }
}
