package dev.aludel.runner.version;

import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of the version table, as far as every command needs it.
 *
 * @param ordinal its place in the order of application, from 1
 * @param state where the revision is
 * @param done the checksums of the steps that ran, of a revision that is under way
 * @param intent the statement that was begun after those, and cannot be written down together with its effect; null where there
 *     is none
 */
public record VersionRow(
        AppliedRevision revision,
        int ordinal,
        State state,
        List<String> done,
        @Nullable Intent intent) {

    /** Where a revision is. */
    public enum State {
        APPLIED,
        /** Its upgrade was begun, without a transaction around it. */
        UPGRADING,
        /** Its downgrade was begun, without a transaction around it. */
        DOWNGRADING;

        /** As the table has it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public VersionRow {
        done = List.copyOf(done);
    }

    /** The row of a revision whose run begins. */
    public static VersionRow begun(Revision revision, State state) {
        AppliedRevision applied = new AppliedRevision(
                revision.id(), revision.downRevisions(), revision.message(), "", Instant.now(), "", Duration.ZERO);
        return new VersionRow(applied, 0, state, List.of(), null);
    }

    public String id() {
        return revision.id();
    }

    /** Whether it is applied, all of it. */
    public boolean finished() {
        return state == State.APPLIED;
    }

    public boolean upgrades() {
        return state == State.UPGRADING;
    }

    /** Whether no revision is under way. One that is may belong to another process, which still holds the lock. */
    public static boolean settled(List<VersionRow> rows) {
        return rows.stream().allMatch(VersionRow::finished);
    }

    /** The applied revisions that no other applied one follows; of those that the graph does not know their rows tell what they follow. */
    public static List<String> current(List<VersionRow> rows, RevisionGraph graph) {
        List<String> ids = ids(rows);
        Set<String> unknown = Set.copyOf(graph.unknown(ids));
        Set<String> followed = rows.stream()
                .filter(row -> unknown.contains(row.id()))
                .flatMap(row -> row.revision().downRevisions().stream())
                .collect(Collectors.toSet());
        return graph.current(ids).stream().filter(id -> !followed.contains(id)).toList();
    }

    /** A list as a column has it: parted by commas. */
    static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    public static List<String> ids(List<VersionRow> rows) {
        return rows.stream().map(VersionRow::id).toList();
    }
}
