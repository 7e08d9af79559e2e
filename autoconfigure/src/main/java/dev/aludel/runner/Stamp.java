package dev.aludel.runner;

import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.Stamped;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.version.VersionRow;
import dev.aludel.runner.version.VersionTable;
import dev.aludel.script.Scripts;
import java.sql.SQLException;
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

    /** Whether what the database has applied matters. */
    boolean asksDatabase() {
        return !purge || targets.stream().anyMatch(RevisionGraph::isFromCurrent);
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

    /** Writes it down. */
    void write(Session session, VersionTable table, RevisionRun run, List<VersionRow> now, Set<String> after)
            throws SQLException {
        session.begin();
        if (purge) {
            table.purge(session.connection());
        }
        for (VersionRow row : purge ? List.<VersionRow>of() : now) {
            if (!after.contains(row.id())) {
                table.delete(session.connection(), row.id());
            } else if (!row.finished()) {
                table.state(session.connection(), row.id(), VersionRow.State.APPLIED);
            }
        }
        Set<String> present = purge ? Set.of() : Set.copyOf(VersionRow.ids(now));
        for (String id : after) {
            if (!present.contains(id)) {
                run.stamp(scripts.get(id));
            }
        }
        session.commit();
    }
}
