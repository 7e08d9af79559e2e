package dev.aludel.runner;

import dev.aludel.compare.Comparison;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.runner.version.VersionRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a database stands.
 *
 * @param current the applied revisions that no other applied one follows
 * @param heads the heads of the scripts
 * @param pending what {@code upgrade heads} would apply, in order
 * @param applied what the version table holds, in the order of application
 * @param unknown what of it this build does not have
 * @param replaced revisions that have all that they stand for applied, which an upgrade is yet to write down
 * @param comparison the last comparison that was made; null when none was
 */
public record Status(
        State state,
        List<String> current,
        List<String> heads,
        List<Revision> pending,
        List<AppliedRevision> applied,
        List<AppliedRevision> unknown,
        List<Revision> replaced,
        @Nullable Comparison comparison) {

    /** In one word. */
    public enum State {
        /** At head; and equal to the metamodel, if it was compared. */
        UP_TO_DATE,
        /** Revisions are to be applied. */
        PENDING,
        /** At head, and different from the metamodel. */
        DRIFTED,
        /** The database holds revisions that this build does not know. */
        AHEAD,
        /** A revision was begun and neither finished nor taken back. */
        INTERRUPTED
    }

    public Status {
        current = List.copyOf(current);
        heads = List.copyOf(heads);
        pending = List.copyOf(pending);
        applied = List.copyOf(applied);
        unknown = List.copyOf(unknown);
        replaced = List.copyOf(replaced);
    }

    static Status of(RevisionGraph graph, List<VersionRow> rows, @Nullable Comparison comparison) {
        List<String> ids = VersionRow.ids(rows);
        List<String> unknown = graph.unknown(ids);
        Set<String> known = new LinkedHashSet<>(ids);
        known.removeAll(Set.copyOf(unknown));
        List<Revision> pending = graph.upgrade(known, "heads");
        return new Status(
                state(rows, !unknown.isEmpty(), pending, comparison),
                VersionRow.current(rows, graph),
                graph.heads().stream().map(Revision::id).toList(),
                pending,
                rows.stream().map(VersionRow::revision).toList(),
                rows.stream()
                        .map(VersionRow::revision)
                        .filter(revision -> unknown.contains(revision.id()))
                        .toList(),
                graph.completed(ids),
                comparison);
    }

    private static State state(
            List<VersionRow> rows, boolean ahead, List<Revision> pending, @Nullable Comparison comparison) {
        if (!VersionRow.settled(rows)) {
            return State.INTERRUPTED;
        }
        if (ahead) {
            return State.AHEAD;
        }
        if (!pending.isEmpty()) {
            return State.PENDING;
        }
        return comparison != null && !comparison.isEqual() ? State.DRIFTED : State.UP_TO_DATE;
    }
}
