package dev.aludel.runner.version;

import dev.aludel.AludelException;
import java.util.List;
import java.util.stream.Collectors;

/** The database has revisions of another build, so that comparing it with this build's metamodel would take back what they made. */
public final class DatabaseAheadException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<AppliedRevision> unknown;

    public DatabaseAheadException(List<AppliedRevision> unknown) {
        super(
                "The database is ahead of this build, which does not have %s. Merge the branch that has %s into yours, or take %s back with 'aludel downgrade head'."
                        .formatted(
                                unknown.stream().map(AppliedRevision::described).collect(Collectors.joining(", ")),
                                unknown.size() == 1 ? "it" : "them",
                                unknown.size() == 1 ? "it" : "them"));
        this.unknown = List.copyOf(unknown);
    }

    /** The revisions that this build does not have, in the order of application. */
    public List<AppliedRevision> unknown() {
        return unknown;
    }
}
