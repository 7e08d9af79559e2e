package dev.aludel.runner;

import dev.aludel.AludelException;
import dev.aludel.dialect.Diagnosis;
import dev.aludel.dialect.Dialect;
import dev.aludel.revision.InvalidGraphException;
import dev.aludel.runner.session.ScratchDatabase;
import dev.aludel.runner.session.Sentences;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.version.Alteration;
import dev.aludel.runner.version.AlteredTableException;
import dev.aludel.runner.version.Database;
import dev.aludel.runner.version.History;
import dev.aludel.runner.version.HistoryCheck;
import dev.aludel.runner.version.VersionRow;
import dev.aludel.runner.version.VersionTable;
import dev.aludel.script.InvalidScriptException;
import dev.aludel.script.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Examines the database as far as it can be reached. */
final class Examiner {

    private final Dialect dialect;
    private final Database database;
    private final Supplier<Scripts> scripts;

    /** @param scripts asked once the rows are read */
    Examiner(Dialect dialect, Database database, Supplier<Scripts> scripts) {
        this.dialect = dialect;
        this.database = database;
        this.scripts = scripts;
    }

    List<Diagnosis> examine() {
        try {
            return database.looking("the examination", this::examine);
        } catch (AludelException e) {
            return List.of(Diagnosis.problem("database", String.valueOf(e.getMessage()), ""));
        }
    }

    private List<Diagnosis> examine(Session session, VersionTable table) throws SQLException {
        List<Diagnosis> found = new ArrayList<>();
        Connection connection = session.connection();
        found.add(Diagnosis.ok("database", "It is reached."));
        try (Connection beside = database.openBeside()) {
            found.addAll(dialect.examination().of(connection, beside, session.ownSchema(), table.name()));
        }
        versionTable(found, connection, table);
        lock(found, connection, table);
        ScratchDatabase.abandoned(connection, dialect).forEach(name -> found.add(leftBehind(name)));
        return found;
    }

    private void versionTable(List<Diagnosis> found, Connection connection, VersionTable table) throws SQLException {
        try {
            History history = table.reads().history(connection, false).orElse(null);
            if (history == null) {
                return;
            }
            List<VersionRow> rows = history.rows();
            table.reads().remembered(connection);
            List<Alteration> alterations = new ArrayList<>(history.alterations());
            alterations.addAll(misfits(table, rows));
            alterations.forEach(alteration -> found.add(Diagnosis.problem(
                    "version table", Sentences.visible(alteration.fact()), Sentences.visible(alteration.remedy()))));
            if (!alterations.isEmpty()) {
                return;
            }
            ahead(found, rows);
            List<String> begun = rows.stream()
                    .filter(row -> !row.finished())
                    .map(VersionRow::id)
                    .toList();
            found.add(
                    begun.isEmpty()
                            ? Diagnosis.ok("version table", "'" + table.name() + "', " + rows.size() + " applied")
                            : Diagnosis.problem(
                                    "version table",
                                    "Revision '" + begun.get(0) + "' was begun and not finished.",
                                    "Wait for the process that runs it; if there is none, the next upgrade goes on with it, and"
                                            + " 'aludel resolve' tells how far it came."));
        } catch (AlteredTableException e) {
            e.deviations()
                    .forEach(deviation -> found.add(Diagnosis.problem(
                            "version table",
                            Sentences.visible("The table '%s' is not as Aludel made it: %s."
                                    .formatted(table.name(), deviation.fact())),
                            Sentences.visible(deviation.remedy()))));
        } catch (AludelException e) {
            found.add(Diagnosis.problem("version table", String.valueOf(e.getMessage()), ""));
        }
    }

    /** Scripts that cannot be read are told of where they are examined. */
    private List<Alteration> misfits(VersionTable table, List<VersionRow> rows) {
        try {
            return new HistoryCheck(table.name(), scripts.get(), dialect).of(rows);
        } catch (InvalidGraphException | InvalidScriptException e) {
            return List.of();
        }
    }

    /** Scripts that cannot be read are told of elsewhere. */
    private void ahead(List<Diagnosis> found, List<VersionRow> rows) {
        List<String> unknown;
        try {
            unknown = scripts.get().graph().unknown(VersionRow.ids(rows));
        } catch (AludelException e) {
            return;
        }
        if (!unknown.isEmpty()) {
            found.add(Diagnosis.problem(
                    "version table",
                    "The database is ahead: this build does not know the applied revisions '"
                            + String.join("', '", unknown) + "'.",
                    "Use the build that has them, or take them back: aludel downgrade head"));
        }
    }

    private Diagnosis leftBehind(String name) {
        return Diagnosis.note(
                "scratch",
                "The scratch database '" + name + "' was left behind, and nobody is connected to it.",
                "drop database " + dialect.renderer().quote(name) + ";");
    }

    private void lock(List<Diagnosis> found, Connection connection, VersionTable table) throws SQLException {
        found.add(dialect.lock()
                .lockHolder(connection, table.lockKey())
                .map(holder -> Diagnosis.note(
                        "lock",
                        "Another process migrates: " + holder.words() + ".",
                        "Wait for it, or end it: " + holder.remedy()))
                .orElseGet(() -> Diagnosis.ok("lock", "No other process migrates.")));
    }
}
