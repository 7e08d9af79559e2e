package dev.aludel.runner;

import dev.aludel.AludelException;
import dev.aludel.dialect.Diagnosis;
import dev.aludel.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Examines the database as far as it can be reached. */
final class Examiner {

    private final Dialect dialect;
    private final Database database;

    Examiner(Dialect dialect, Database database) {
        this.dialect = dialect;
        this.database = database;
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
        return found;
    }

    private static void versionTable(List<Diagnosis> found, Connection connection, VersionTable table)
            throws SQLException {
        try {
            List<VersionRow> rows = table.rows(connection).orElse(null);
            if (rows == null) {
                return;
            }
            table.refuseUnknownFormat(connection);
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
        } catch (AludelException e) {
            found.add(Diagnosis.problem("version table", String.valueOf(e.getMessage()), ""));
        }
    }

    private void lock(List<Diagnosis> found, Connection connection, VersionTable table) throws SQLException {
        found.add(dialect.sessions()
                .lockHolder(connection, table.lockKey())
                .map(holder -> Diagnosis.note("lock", "Another process migrates: " + holder + ".", "Wait for it."))
                .orElseGet(() -> Diagnosis.ok("lock", "No other process migrates.")));
    }
}
