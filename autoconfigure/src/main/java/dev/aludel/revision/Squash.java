package dev.aludel.revision;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Revisions that one is to stand for.
 *
 * @param replaced in order; two at least
 * @param downRevisions what the one follows
 * @param dependsOn what it depends on
 * @param branchLabels what it is called
 */
public record Squash(
        List<Revision> replaced, List<String> downRevisions, List<String> dependsOn, Set<String> branchLabels) {

    public Squash {
        replaced = List.copyOf(replaced);
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = Set.copyOf(branchLabels);
    }

    /** Whether it is the beginning of the history: then it runs on empty databases alone. */
    public boolean isFromBase() {
        return downRevisions.isEmpty() && dependsOn.isEmpty();
    }

    public Revision first() {
        return replaced.get(0);
    }

    public Revision last() {
        return replaced.get(replaced.size() - 1);
    }

    /** The one revision. */
    public Revision revision(String id, String message) {
        return new Revision(
                id,
                downRevisions,
                message,
                branchLabels,
                dependsOn,
                replaced.stream().map(Revision::id).toList());
    }

    /** What stands before it. */
    public List<String> before() {
        return Stream.concat(downRevisions.stream(), dependsOn.stream())
                .distinct()
                .collect(Collectors.toList());
    }
}
