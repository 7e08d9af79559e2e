package dev.aludel.revision;

import java.util.List;

/**
 * A branch that is to follow another revision.
 *
 * @param first the first revision of the branch, as it is now: the only one whose down revision changes
 * @param moved all that moves, in order: the first and what follows it
 * @param onto what it is to follow
 */
public record Move(Revision first, List<Revision> moved, Revision onto) {

    public Move {
        moved = List.copyOf(moved);
    }

    /** Whether the branch stands there already. */
    public boolean isDone() {
        return first.downRevisions().equals(List.of(onto.id()));
    }

    /** The first revision as it will be. */
    public Revision rewritten() {
        return new Revision(
                first.id(),
                List.of(onto.id()),
                first.message(),
                first.branchLabels(),
                first.dependsOn(),
                first.replaces());
    }
}
