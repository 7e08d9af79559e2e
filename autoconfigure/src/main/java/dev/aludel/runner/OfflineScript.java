package dev.aludel.runner;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Outcomes;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.revision.Revision;
import dev.aludel.runner.execution.ScriptChecksum;
import dev.aludel.runner.execution.ScriptStatements;
import dev.aludel.runner.execution.Step;
import dev.aludel.runner.session.TransactionControl;
import dev.aludel.runner.session.TransactionMode;
import dev.aludel.runner.version.Intent;
import dev.aludel.runner.version.VersionRecord;
import dev.aludel.runner.version.VersionRow;
import dev.aludel.runner.version.VersionTable;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.Script;
import dev.aludel.text.SqlComment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what revisions would run as a script for the database's own client, with the version table's rows. A revision that
 * does not run in a transaction is written down as running first, as it is when it runs.
 */
final class OfflineScript {

    private final StringBuilder text = new StringBuilder();
    private final Dialect dialect;
    private final @Nullable String ownSchema;
    private final VersionTable table;
    private final TransactionMode mode;
    private final boolean idempotent;
    private boolean inTransaction;
    private boolean stops;

    /**
     * A script that is empty yet.
     *
     * @param ownSchema the unit's own schema; null where only the database would know it
     * @param idempotent whether what is done already is passed over; that needs the database's own client
     */
    OfflineScript(
            Dialect dialect, @Nullable String ownSchema, VersionTable table, TransactionMode mode, boolean idempotent) {
        this.dialect = dialect;
        this.ownSchema = ownSchema;
        this.table = table;
        this.mode = mode;
        this.idempotent = idempotent;
        if (idempotent) {
            line(dialect.client().begin());
        }
    }

    /** Statements that stand for themselves. */
    OfflineScript statements(List<String> statements) {
        statements.forEach(this::statement);
        return this;
    }

    /** The version table is made. */
    OfflineScript versionTable() {
        line("");
        if (!table.name().schema().isEmpty() && table.isSetApart()) {
            statement(dialect.client().ensureSchema(table.name().schema()));
        }
        when(dialect.client().isMissing(table.name()));
        line("begin;");
        statements(table.statements().creation(false));
        line("commit;");
        end();
        return this;
    }

    /** A revision that was begun and not finished stops the script, as it stops an upgrade. */
    OfflineScript refuseInterrupted() {
        if (idempotent) {
            statement(dialect.client()
                    .failWhen(table.statements().isInterrupted(), InterruptedRevisionException.ofUnnamed()));
        }
        return this;
    }

    /** A database that stands amid what one of them stands for would need scripts that are not in this one. */
    OfflineScript refuseHalfReplaced(List<Revision> plan) {
        for (Revision revision : plan) {
            if (idempotent && !revision.replaces().isEmpty()) {
                statement(dialect.client()
                        .failWhen(
                                table.statements().isHalfReplaced(revision),
                                "The database stands within what '%s' replaces: upgrade it to '%s' first"
                                        .formatted(revision.id(), revision.lastReplaced())));
            }
        }
        return this;
    }

    OfflineScript upgrade(Script script) {
        boolean transactional = isTransactional(script);
        ScriptStatements upgrade = ScriptStatements.of(script, true, transactional, dialect);
        title("upgrade", script, true);
        when(table.statements().isNotApplied(script.revision()));
        if (transactional) {
            begin();
            upgrade.statements().forEach(this::statement);
            renew(mode != TransactionMode.ALL);
            statement(table.statements().insert(record(script, upgrade.creates(), VersionRow.State.APPLIED)));
            commit();
        } else {
            statement(table.statements().insert(record(script, upgrade.creates(), VersionRow.State.UPGRADING)));
            steps(script, upgrade.statements());
            renew(false);
            statement(table.statements().state(script.id(), VersionRow.State.APPLIED));
        }
        end();
        return this;
    }

    OfflineScript downgrade(Script script) {
        script.irreversibleReason().ifPresent(reason -> {
            throw new IrreversibleRevisionException(script.id(), reason);
        });
        boolean transactional = isTransactional(script);
        ScriptStatements downgrade = ScriptStatements.of(script, false, transactional, dialect);
        title("downgrade", script, false);
        when(table.statements().isApplied(script.revision()));
        if (transactional) {
            begin();
            downgrade.statements().forEach(this::statement);
            renew(mode != TransactionMode.ALL);
            statement(table.statements().delete(script.revision()));
            commit();
        } else {
            statement(table.statements().state(script.id(), VersionRow.State.DOWNGRADING));
            steps(script, downgrade.statements());
            renew(false);
            statement(table.statements().delete(script.revision()));
        }
        end();
        return this;
    }

    /** Each is written down as when it runs, so that an upgrade can go on where the script was stopped. */
    private void steps(Script script, List<Statement> statements) {
        for (Step step : Step.of(script, statements, 1)) {
            String done = table.statements().done(script.id(), step.checksum());
            if (step.isTransaction()) {
                int end = step.statements().size() - 1;
                boolean commits = TransactionControl.commits(step.statements().get(end));
                step.statements().subList(0, end).forEach(this::statement);
                if (commits) {
                    asItself(done);
                }
                statement(step.statements().get(end));
                if (!commits) {
                    recorded(done);
                }
            } else if (step.first().isInBatches()) {
                statement(dialect.batches().of(step.first()).block());
                recorded(done);
            } else if (dialect.outcomes().mightRunAlone(step.first())) {
                Intent intent = new Intent(step.checksum(), Outcomes.NOT_ASKED, step.sql());
                recorded(table.statements().intend(script.id(), intent));
                statement(step.first());
                recorded(done);
            } else {
                line("begin;");
                statement(step.first());
                asItself(done);
                line("commit;");
            }
        }
    }

    /** What a revision set of the session ends with it, as it does when it runs. */
    private void renew(boolean ending) {
        line(String.join("; ", dialect.sessions().renewal(ownSchema, ending)) + ";");
    }

    private void recorded(String sql) {
        line("begin;");
        asItself(sql);
        line("commit;");
    }

    /** What is written down is written by the session's own role, whichever the revision took. */
    private void asItself(String sql) {
        line(String.join("; ", dialect.sessions().asItself()) + ";");
        statement(sql);
    }

    /** That revisions are applied, or are not, is written down. */
    OfflineScript stamp(List<Script> applied, List<String> forgotten) {
        line("");
        line("begin;");
        forgotten.forEach(id -> statement(table.statements().delete(List.of(id))));
        for (Script script : applied) {
            line(SqlComment.of("Running stamp " + RevisionRun.step(script.revision(), true)));
            when(table.statements().isNotApplied(script.revision()));
            statement(table.statements().insert(record(script, script.creates(), VersionRow.State.APPLIED)));
            end();
        }
        line("commit;");
        return this;
    }

    /** All rows go. */
    OfflineScript purge() {
        statement(table.statements().purge());
        return this;
    }

    private VersionRecord record(Script script, List<SchemaObject> creates, VersionRow.State state) {
        String checksum = ScriptChecksum.of(script, dialect);
        return new VersionRecord(script, checksum, creates, Instant.EPOCH, "", Duration.ZERO, state);
    }

    private boolean isTransactional(Script script) {
        return script.transactional() && mode != TransactionMode.NONE;
    }

    /** A transaction that all revisions share ends before one that runs without. */
    private void title(String direction, Script script, boolean upgrade) {
        boolean transactional = isTransactional(script);
        if (!transactional) {
            finish();
        }
        line("");
        line(SqlComment.of("Running " + direction + " " + RevisionRun.step(script.revision(), upgrade)));
        if (transactional && mode == TransactionMode.ALL && !inTransaction) {
            line("begin;");
            inTransaction = true;
        }
    }

    private void begin() {
        if (!inTransaction) {
            line("begin;");
        }
    }

    private void commit() {
        if (!inTransaction) {
            line("commit;");
        }
    }

    /** Ends the transaction that all share. */
    private void finish() {
        if (inTransaction) {
            line("commit;");
            inTransaction = false;
        }
    }

    private void when(String condition) {
        if (idempotent) {
            line(dialect.client().when(condition));
        }
    }

    private void end() {
        if (idempotent) {
            line(dialect.client().end());
        }
    }

    /** Where the client would read rows as statements once their {@code copy} failed, it ends instead. */
    private void statement(Statement statement) {
        if (statement.rows() != null && !idempotent && !stops) {
            stops = true;
            text.insert(0, dialect.client().begin() + "\n");
        }
        line(dialect.client().statement(statement.text()));
    }

    private void statement(String sql) {
        line(dialect.client().statement(sql) + ";");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** The whole script, which is then at its end. */
    String text() {
        finish();
        return text.toString();
    }
}
