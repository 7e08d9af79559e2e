package dev.aludel.runner;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Outcome;
import dev.aludel.runner.Interruption.Doubt;
import dev.aludel.runner.execution.ScriptChecksum;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.version.ChangedScript;
import dev.aludel.runner.version.History;
import dev.aludel.runner.version.Intent;
import dev.aludel.runner.version.VersionRow;
import dev.aludel.runner.version.VersionTable;
import dev.aludel.script.Script;
import dev.aludel.script.Scripts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of interrupted revisions and changed scripts, and writes down what somebody says of them. */
final class Resolver {

    private final Session session;
    private final VersionTable table;
    private final Dialect dialect;
    private final Scripts scripts;

    Resolver(Session session, VersionTable table, Dialect dialect, Scripts scripts) {
        this.session = session;
        this.table = table;
        this.dialect = dialect;
        this.scripts = scripts;
    }

    /** How far each interrupted revision came, and what the catalogue says of the statement that was begun. */
    List<Interruption> interruptions() throws SQLException {
        List<Interruption> found = new ArrayList<>();
        for (VersionRow row : interrupted(Resolution.AGAIN)) {
            found.add(interruption(row));
        }
        return found;
    }

    /** Writes down how one ended; tells how far it was. */
    Interruption resolve(@Nullable String revision, Resolution resolution) throws SQLException {
        VersionRow row = find(revision, interrupted(resolution));
        Interruption found = interruption(row);
        switch (resolution) {
            case APPLIED -> table.state(session.connection(), row.id(), VersionRow.State.APPLIED);
            case ROLLED_BACK -> table.delete(session.connection(), row.id());
            case DONE -> {
                Intent intent = intent(row);
                if (intent.sql().isEmpty()) {
                    throw new NothingToResolveException(
                            "Revision '%s' works on the connection by itself: it can run again from there (--again), or be applied or rolled back as a whole."
                                    .formatted(row.id()));
                }
                table.done(session.connection(), row.id(), intent.checksum());
            }
            case AGAIN -> {
                intent(row);
                table.forget(session.connection(), row.id());
            }
        }
        return found;
    }

    private static Intent intent(VersionRow row) {
        Intent intent = row.intent();
        if (intent == null) {
            throw new NothingToResolveException(
                    "No statement of revision '%s' is in doubt. Mend what stopped it and run 'aludel upgrade', or say --applied or --rolled-back of all of it."
                            .formatted(row.id()));
        }
        return intent;
    }

    /** Who says how all of a revision ended needs no journal, and mends one that cannot be read. */
    private List<VersionRow> interrupted(Resolution resolution) throws SQLException {
        History history = table.reads()
                .history(session.connection(), false)
                .orElseGet(() -> new History(table.name(), List.of(), List.of()));
        boolean whole = resolution == Resolution.APPLIED || resolution == Resolution.ROLLED_BACK;
        List<VersionRow> rows = whole ? history.rows() : history.unaltered();
        return rows.stream().filter(row -> !row.finished()).toList();
    }

    private static VersionRow find(@Nullable String revision, List<VersionRow> rows) {
        List<VersionRow> found = rows.stream()
                .filter(row -> revision == null || row.id().startsWith(revision))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new NothingToResolveException(
                rows.isEmpty()
                        ? "No revision of this database is interrupted."
                        : "Interrupted are %s. Name one of them.".formatted(VersionRow.ids(rows)));
    }

    private Interruption interruption(VersionRow row) throws SQLException {
        Script script = scripts.find(row.id()).orElse(null);
        if (script == null) {
            return Interruptions.withoutScript(row);
        }
        Interruption found = Interruptions.of(row, script, dialect);
        Intent intent = row.intent();
        if (intent == null) {
            return found;
        }
        if (intent.sql().isEmpty()) {
            return found.doubted(Doubt.OWN_CODE, "The code of the revision worked on the connection by itself.");
        }
        Outcome outcome = dialect.outcomes().after(session.connection(), intent.sql(), intent.before());
        return found.doubted(
                outcome.verdict() == Outcome.Verdict.UNKNOWN ? Doubt.UNKNOWN : Doubt.NONE, outcome.evidence());
    }

    /** The scripts that are not what was applied. */
    static List<ChangedScript> changed(List<VersionRow> rows, Scripts scripts, Dialect dialect) {
        List<ChangedScript> changed = new ArrayList<>();
        for (VersionRow row : rows) {
            Script script = scripts.find(row.id()).orElse(null);
            if (script != null && row.finished()) {
                String present = ScriptChecksum.of(script, dialect);
                if (!present.equals(row.revision().checksum())) {
                    changed.add(new ChangedScript(
                            row.id(), script.location(), row.revision().checksum(), present));
                }
            }
        }
        return changed;
    }

    /** Takes changed scripts for what was applied; all, or those whose id begins so. */
    List<ChangedScript> accept(@Nullable String revision) throws SQLException {
        List<VersionRow> rows = table.rows(session.connection()).orElse(List.of());
        List<ChangedScript> accepted = changed(rows, scripts, dialect).stream()
                .filter(script -> revision == null || script.revision().startsWith(revision))
                .toList();
        for (ChangedScript script : accepted) {
            table.accept(session.connection(), scripts.get(script.revision()), script.present());
        }
        return accepted;
    }
}
