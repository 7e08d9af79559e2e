package dev.aludel.revision;

import java.util.List;

/** Revisions follow one another in a circle. */
public final class RevisionCycleException extends InvalidGraphException {

    private static final long serialVersionUID = 1L;

    RevisionCycleException(List<String> cycle) {
        super(
                "Revisions follow one another in a cycle: " + String.join(" -> ", cycle) + " -> " + cycle.get(0)
                        + ". Correct the down revision or dependency of one of them.",
                cycle);
    }
}
