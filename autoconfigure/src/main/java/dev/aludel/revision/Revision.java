package dev.aludel.revision;

import dev.aludel.text.OneLine;
import java.util.List;
import java.util.Set;

/**
 * A node of the graph.
 *
 * @param id unique, without {@code @ - + :} and white space
 * @param downRevisions the parents: none for a base, several for a merge
 * @param message what it does, one line
 * @param branchLabels names of the branch that it begins
 * @param dependsOn revisions of other branches that must be there first
 * @param replaces the revisions that it stands for, in order
 */
public record Revision(
        String id,
        List<String> downRevisions,
        String message,
        Set<String> branchLabels,
        List<String> dependsOn,
        List<String> replaces) {

    public Revision {
        message = OneLine.of(message).strip();
        downRevisions = List.copyOf(downRevisions);
        branchLabels = Set.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
        replaces = List.copyOf(replaces);
    }

    /** A revision on a line: with at most one parent. */
    public static Revision of(String id, String message, String... downRevisions) {
        return new Revision(id, List.of(downRevisions), message, Set.of(), List.of(), List.of());
    }

    /** Whether it is the first of its line. */
    public boolean isBase() {
        return downRevisions.isEmpty();
    }

    /** What follows the revisions that it stands for follows this one of them. */
    public String lastReplaced() {
        return replaces.get(replaces.size() - 1);
    }
}
