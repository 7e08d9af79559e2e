package dev.aludel.runner;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Writes what revisions would run as a script for the database's own client, with the version table's rows. */
final class OfflineScript {

    private final StringBuilder text = new StringBuilder();
    private final Dialect dialect;
    private final VersionTable table;

    OfflineScript(Dialect dialect, VersionTable table) {
        this.dialect = dialect;
        this.table = table;
    }

    /** Statements that stand for themselves. */
    OfflineScript statements(List<String> statements) {
        statements.forEach(this::statement);
        return this;
    }

    /** The version table is made. */
    OfflineScript versionTable() {
        text.append("\nbegin;\n");
        statements(table.creation(false));
        text.append("commit;\n");
        return this;
    }

    OfflineScript upgrade(Script script) {
        String checksum = RevisionRun.checksum(script, dialect);
        return section(
                "Running upgrade " + RevisionRun.step(script.revision(), true),
                script,
                script.upgrade(),
                table.insertStatement(new VersionRecord(script, checksum, Instant.EPOCH, "", Duration.ZERO, true)));
    }

    OfflineScript downgrade(Script script) {
        script.irreversibleReason().ifPresent(reason -> {
            throw new IrreversibleRevisionException(script.id(), reason);
        });
        return section(
                "Running downgrade " + RevisionRun.step(script.revision(), false),
                script,
                script.downgrade(),
                table.deleteStatement(script.id()));
    }

    private OfflineScript section(String title, Script script, String statements, String row) {
        text.append("\n-- ").append(title).append('\n');
        if (script.transactional()) {
            text.append("begin;\n");
        }
        dialect.lexer().split(statements).stream().map(Statement::sql).forEach(this::statement);
        statement(row);
        if (script.transactional()) {
            text.append("commit;\n");
        }
        return this;
    }

    private void statement(String sql) {
        text.append(sql).append(";\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
