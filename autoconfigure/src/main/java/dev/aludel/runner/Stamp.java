package dev.aludel.runner;

import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.Stamped;
import dev.aludel.script.Scripts;
import java.util.LinkedHashSet;
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

    /** The ids that are applied afterwards. */
    Set<String> after(List<String> applied) {
        RevisionGraph graph = scripts.graph();
        if (!purge) {
            return graph.stamp(applied, targets);
        }
        Set<String> after = new LinkedHashSet<>();
        for (String target : targets) {
            for (Revision revision : graph.resolve(target, applied)) {
                after.addAll(graph.everythingUpTo(revision.id()));
            }
        }
        return after;
    }
}
