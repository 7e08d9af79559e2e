package dev.aludel.revision;

import java.util.List;
import java.util.stream.Collectors;

/** Revisions follow one another in a circle. */
public final class RevisionCycleException extends InvalidGraphException {

    private static final long serialVersionUID = 1L;

    RevisionCycleException(List<Named> cycle) {
        super(
                "Revisions follow one another in a cycle: "
                        + cycle.stream().map(Named::id).collect(Collectors.joining(" -> ")) + " -> "
                        + cycle.get(0).id() + ". Correct the down revision or dependency of one of them"
                        + Named.locations(cycle) + ".",
                Named.ids(cycle));
    }
}
