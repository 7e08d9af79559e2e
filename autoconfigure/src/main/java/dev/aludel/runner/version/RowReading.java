package dev.aludel.runner.version;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.OwnSql;
import dev.aludel.dialect.Renderer;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.runner.session.Sentences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns rows of the version table into values, and notes what no run could have written into them. */
final class RowReading {

    /** In the order in which a row is read. */
    static final String COLUMNS =
            "revision, down_revisions, message, checksum, applied_at, applied_by, duration_ms, state, done, intent, ordinal";

    /** The columns that no row lacks, each with a value to put there where nobody knows better; empty for the present time. */
    private static final Map<String, String> NEEDED = new TreeMap<>(Map.of(
            "down_revisions", "''",
            "message", "''",
            "checksum", "''",
            "applied_at", "",
            "applied_by", "''",
            "duration_ms", "0",
            "state", "'applied'",
            "done", "''",
            "ordinal", "0"));

    private static final Pattern CHECKSUMS = Pattern.compile("(?:[0-9a-f]{16,64}(?:,[0-9a-f]{16,64})*)?");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private final Renderer renderer;
    private final OwnSql sql;
    private final String table;
    private final List<Alteration> alterations = new ArrayList<>();

    /** @param table as SQL spells it */
    RowReading(Dialect dialect, String table) {
        this.renderer = dialect.renderer();
        this.sql = dialect.ownSql();
        this.table = table;
    }

    /** What was noted so far. */
    List<Alteration> alterations() {
        return alterations;
    }

    /** The current row; empty where it is none. */
    Optional<VersionRow> row(ResultSet row) throws SQLException {
        String id = row.getString("revision");
        if (id == null) {
            note("", "A row has no revision.", "Run '" + delete("revision is null") + "'.");
            return Optional.empty();
        }
        if (id.isEmpty() || !RevisionGraph.isLegalId(id)) {
            note(
                    id,
                    "A row is of '" + id + "', which is no revision's id.",
                    "Run '" + delete("ordinal = " + row.getInt("ordinal")) + "'.");
            return Optional.empty();
        }
        if (lacksValues(id, row)) {
            return Optional.empty();
        }
        VersionRow.State state = state(id, row.getString("state"));
        if (state == null) {
            return Optional.empty();
        }
        return Optional.of(new VersionRow(
                revision(id, row), row.getInt("ordinal"), state, done(id, state, row), intent(id, state, row)));
    }

    private boolean lacksValues(String id, ResultSet row) throws SQLException {
        boolean lacks = false;
        for (Map.Entry<String, String> needed : NEEDED.entrySet()) {
            if (row.getObject(needed.getKey()) == null) {
                note(
                        id,
                        "The row of revision '%s' has null in '%s'.".formatted(id, needed.getKey()),
                        "Run '"
                                + update(
                                        id,
                                        needed.getKey() + " = "
                                                + (needed.getValue().isEmpty() ? sql.now() : needed.getValue()))
                                + "'.");
                lacks = true;
            }
        }
        return lacks;
    }

    private AppliedRevision revision(String id, ResultSet row) throws SQLException {
        String message = row.getString("message");
        if (CONTROL.matcher(message).find()) {
            note(
                    id,
                    "The message in the row of revision '" + id + "' has a line break or another control character.",
                    "Run '" + update(id, "message = " + renderer.literal(Sentences.visible(message))) + "'.");
        }
        long duration = row.getLong("duration_ms");
        if (duration < 0) {
            note(
                    id,
                    "The duration of revision '%s' is %d ms.".formatted(id, duration),
                    "Run '" + update(id, "duration_ms = 0") + "'.");
        }
        return new AppliedRevision(
                id,
                VersionRow.list(row.getString("down_revisions")),
                message,
                row.getString("checksum"),
                appliedAt(id, row),
                row.getString("applied_by"),
                Duration.ofMillis(duration));
    }

    private Instant appliedAt(String id, ResultSet row) throws SQLException {
        Instant at = sql.moment(row, "applied_at");
        if (at == null || at.isAfter(LATEST) || at.isBefore(EARLIEST)) {
            note(
                    id,
                    "Revision '" + id + "' was applied at no time.",
                    "Run '" + update(id, "applied_at = " + sql.now()) + "'.");
        }
        return at == null ? EARLIEST : at;
    }

    private VersionRow.@Nullable State state(String id, String text) {
        for (VersionRow.State state : VersionRow.State.values()) {
            if (state.text().equals(text)) {
                return state;
            }
        }
        note(
                id,
                "The row of revision '%s' has the state '%s', which there is not.".formatted(id, text),
                "If all of it was applied, run '%s'; if nothing of it, '%s'."
                        .formatted(update(id, "state = 'applied'"), delete("revision = " + renderer.literal(id))));
        return null;
    }

    private List<String> done(String id, VersionRow.State state, ResultSet row) throws SQLException {
        String text = row.getString("done");
        if (CHECKSUMS.matcher(text).matches()) {
            return VersionRow.list(text);
        }
        note(id, "The journal of revision '" + id + "' has no list of statements that are done.", settle(id, state));
        return List.of();
    }

    private @Nullable Intent intent(String id, VersionRow.State state, ResultSet row) throws SQLException {
        String text = row.getString("intent");
        if (text == null) {
            return null;
        }
        Intent intent = Intent.parse(text).orElse(null);
        if (intent == null) {
            note(id, "The journal of revision '" + id + "' has no statement that was begun.", settle(id, state));
        }
        return intent;
    }

    /** A finished one has no journal to lose. */
    private String settle(String id, VersionRow.State state) {
        return state == VersionRow.State.APPLIED
                ? "Run '" + update(id, "done = '', intent = null") + "'."
                : "If all of it was applied, run 'aludel resolve %1$s --applied'; if nothing of it, 'aludel resolve %1$s --rolled-back'."
                        .formatted(id);
    }

    /** Notes what of all rows together cannot be. */
    void compare(List<VersionRow> rows, String removal) {
        VersionRow.ids(rows).stream()
                .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()))
                .forEach((id, count) -> {
                    if (count > 1) {
                        note(id, "Revision '%s' has %d rows.".formatted(id, count), "Run '" + removal + "'.");
                    }
                });
        for (int i = 1; i < rows.size(); i++) {
            VersionRow before = rows.get(i - 1);
            VersionRow row = rows.get(i);
            if (before.ordinal() == row.ordinal() && !before.id().equals(row.id())) {
                note(
                        row.id(),
                        "Revisions '%s' and '%s' have the same ordinal %d."
                                .formatted(before.id(), row.id(), row.ordinal()),
                        "Run '" + update(row.id(), "ordinal = (select max(ordinal) + 1 from " + table + ")")
                                + "' for the one that was applied later, and for all after it.");
            }
        }
    }

    private void note(String revision, String fact, String remedy) {
        alterations.add(new Alteration(Alteration.ROW, revision, fact, remedy));
    }

    private String update(String id, String change) {
        return "update " + table + " set " + change + " where revision = " + renderer.literal(id);
    }

    private String delete(String condition) {
        return "delete from " + table + " where " + condition;
    }
}
