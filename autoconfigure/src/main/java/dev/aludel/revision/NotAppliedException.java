package dev.aludel.revision;

import dev.aludel.AludelException;
import java.util.Collection;
import java.util.List;

/** A downgrade to a revision that is not applied. */
public final class NotAppliedException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> revisions;

    NotAppliedException(String identifier, Collection<String> revisions) {
        super("'" + identifier + "' cannot be the target of a downgrade, since it is not applied: "
                + Quoted.all(revisions) + ". Name a revision that is applied and stays, base, or -1.");
        this.revisions = List.copyOf(revisions);
    }

    /** The revisions that it stands for. */
    public List<String> revisions() {
        return revisions;
    }
}
