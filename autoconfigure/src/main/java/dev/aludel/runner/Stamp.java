package dev.aludel.runner;

import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.Stamped;
import dev.aludel.script.Scripts;
import java.util.List;
import java.util.Set;

/**
 * What is to be written down without being run.
 *
 * @param targets identifiers of revisions; for a script also one range
 * @param purge whether all that was written down before is forgotten
 */
record Stamp(Scripts scripts, List<String> targets, boolean purge) {

    Stamp {
        targets = List.copyOf(targets);
    }

    boolean isRange() {
        return targets.size() == 1 && targets.get(0).contains(":");
    }

    Stamped range() {
        return scripts.graph().stampRange(targets.get(0));
    }

    /** The ids that are applied afterwards, in order. */
    Set<String> after(List<String> applied) {
        RevisionGraph graph = scripts.graph();
        if (!purge) {
            return graph.stamp(applied, targets);
        }
        return graph.stamp(
                List.of(),
                targets.stream()
                        .flatMap(target -> graph.resolve(target, applied).stream())
                        .map(Revision::id)
                        .toList());
    }
}
