package dev.aludel.runner;

import dev.aludel.dialect.Batches.Batch;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Outcome;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.runner.Interruption.Doubt;
import dev.aludel.runner.execution.Execution;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.execution.Section;
import dev.aludel.runner.execution.Step;
import dev.aludel.runner.session.Sentences;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.session.TransactionControl;
import dev.aludel.runner.session.Work;
import dev.aludel.runner.version.Intent;
import dev.aludel.runner.version.VersionRow;
import dev.aludel.runner.version.VersionTable;
import dev.aludel.script.Script;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a revision step by step, and keeps in its row how far it came. A step that may run in a transaction shares one with what
 * is written down of it. One that may not is written down before it begins and after it ends; when it was interrupted between
 * the two, the catalogue tells whether it took effect.
 */
final class Journal implements Execution {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel.runner");

    private final Session session;
    private final VersionTable table;
    private final Dialect dialect;
    private final LockRetries retries;
    private final Checkpoints checkpoints;
    private final Script script;
    private final VersionRow row;
    private final Interruption interruption;
    private @Nullable Intent intent;
    private int number;
    private boolean left;

    /**
     * A journal that goes on.
     *
     * @param row the revision's, with what is done of it already
     * @param interruption how to tell of that
     */
    Journal(
            Session session,
            VersionTable table,
            Dialect dialect,
            LockRetries retries,
            Checkpoints checkpoints,
            Section section,
            VersionRow row,
            Interruption interruption) {
        this.session = session;
        this.table = table;
        this.dialect = dialect;
        this.retries = retries;
        this.checkpoints = checkpoints;
        this.script = section.script();
        this.row = row;
        this.interruption = interruption;
        this.intent = row.intent();
    }

    @Override
    public boolean isOneTransaction() {
        return false;
    }

    @Override
    public void run(Step step, Work work) throws SQLException {
        if (left) {
            direct(step, work);
        } else if (number < row.done().size()) {
            pass(step, work);
        } else if (!isSettled(step)) {
            execute(step, work);
        }
        number++;
    }

    /** Each batch shares a transaction with the record of where it ends, which stands in the intent. */
    @Override
    public void inBatches(Step step, Batch batch, Work atOnce) throws SQLException {
        if (number < row.done().size()) {
            compare(step);
        } else if (isBegun(step) || !isSettled(step)) {
            Backfilling rows = new Backfilling(session, table, step, batch, position());
            while (rows.hasMore()) {
                retries.run(script.id(), rows::next);
                checkpoints.reached("batch");
            }
            LOG.info("{}: all rows are done, in {} batches", step.place(), rows.batches());
        }
        number++;
    }

    private boolean isBegun(Step step) {
        return intent != null
                && intent.checksum().equals(step.checksum())
                && intent.sql().equals(step.sql());
    }

    private String position() {
        Intent begun = intent;
        intent = null;
        return begun == null ? "" : begun.before();
    }

    /** What only reads needs no record; what writes is done once, and its answer is lost with the process that had it. */
    @Override
    public void ask(Step step, Work work) throws SQLException {
        if (left) {
            direct(step, work);
        } else if (!readsOnly(step, work)) {
            if (number < row.done().size()) {
                compare(step);
                throw interrupted(step, Doubt.ANSWER_LOST, "It is done, and what it answered is not known any more.");
            }
            run(step, work);
        }
    }

    private boolean readsOnly(Step step, Work work) throws SQLException {
        session.begin();
        try {
            session.execute(dialect.sessions().readOnly());
            work.run();
            return true;
        } catch (SQLException e) {
            if (dialect.refusals().isReadOnly(e)) {
                return false;
            }
            throw step.failure(step.sql(), false, e);
        } finally {
            session.rollback();
        }
    }

    @Override
    public void leave(Step step) throws SQLException {
        if (left) {
            return;
        }
        if (number < row.done().size()) {
            throw changed(step);
        }
        if (intent != null) {
            throw interrupted(step, Doubt.OWN_CODE, "It works on the connection by itself.");
        }
        session.record(() -> table.intend(session.connection(), script.id(), new Intent(step.checksum(), "", "")));
        left = true;
    }

    /** All steps were met: refuses where fewer stand there than were done. */
    void complete() throws SQLException {
        Intent open = intent;
        if (number < row.done().size()) {
            throw new InterruptedRevisionException(
                    interruption.doubted(Doubt.CHANGED, "It has fewer statements now than were run."));
        }
        if (open != null && !left) {
            settle(open, false);
        }
    }

    private void pass(Step step, Work work) throws SQLException {
        compare(step);
        if (dialect.outcomes().isOfTheSession(step.first())) {
            work.run();
        }
    }

    private void compare(Step step) {
        if (!step.checksum().equals(row.done().get(number))) {
            throw changed(step);
        }
    }

    private InterruptedRevisionException changed(Step step) {
        return interrupted(step, Doubt.CHANGED, "It is not what ran as statement " + (number + 1) + ".");
    }

    private InterruptedRevisionException interrupted(Step step, Doubt doubt, String evidence) {
        return new InterruptedRevisionException(
                interruption.doubted(doubt, evidence).at(step.place(), Sentences.statement(step.sql())));
    }

    /** Whether a step that was begun before turns out to be done. */
    private boolean isSettled(Step step) throws SQLException {
        Intent open = intent;
        intent = null;
        if (open == null) {
            return false;
        }
        if (open.sql().isEmpty()) {
            throw interrupted(step, Doubt.OWN_CODE, "The code of the revision worked on the connection by itself.");
        }
        boolean done = settle(open, open.checksum().equals(step.checksum()));
        if (done) {
            session.record(() -> table.done(session.connection(), script.id(), step.checksum()));
        }
        return done;
    }

    /** @param same whether it is still the statement that stands in the script */
    private boolean settle(Intent open, boolean same) throws SQLException {
        Connection connection = session.connection();
        Outcome outcome = dialect.outcomes().after(connection, open.sql(), open.before());
        LOG.info(
                "Revision {} was interrupted in '{}'. {}",
                script.id(),
                Sentences.statement(open.sql()),
                outcome.evidence());
        Doubt doubt = outcome.verdict() == Outcome.Verdict.UNKNOWN ? Doubt.UNKNOWN : Doubt.CHANGED;
        if (doubt == Doubt.UNKNOWN || (outcome.verdict() == Outcome.Verdict.DONE && !same)) {
            throw new InterruptedRevisionException(interruption.doubted(doubt, outcome.evidence()));
        }
        for (String remedy : outcome.remedies()) {
            LOG.info("Running '{}'", Sentences.statement(remedy));
            session.executePatiently(remedy);
        }
        return outcome.verdict() == Outcome.Verdict.DONE;
    }

    private void execute(Step step, Work work) throws SQLException {
        checkpoints.reached("before");
        if (step.isTransaction()) {
            retries.run(step.script().id(), () -> ownTransaction(step));
        } else if (dialect.outcomes().runsAlone(step.first()) || isRefusedTogether(step, work)) {
            retries.run(step.script().id(), () -> alone(step, work));
        }
        checkpoints.reached("after");
    }

    /** Runs a step and its record as one; says whether it does not run in a transaction. */
    private boolean isRefusedTogether(Step step, Work work) throws SQLException {
        try {
            retries.run(script.id(), () -> together(step, work));
            return false;
        } catch (RevisionFailedException e) {
            if (e.getCause() instanceof SQLException cause && dialect.outcomes().isRefusedInTransaction(cause)) {
                return true;
            }
            throw e;
        }
    }

    private void together(Step step, Work work) throws SQLException {
        session.begin();
        try {
            if (dialect.outcomes().waitsInPeace(step.first())) {
                session.waitPatiently();
            }
            work.run();
            session.asItself();
            table.done(session.connection(), script.id(), step.checksum());
            checkpoints.reached("executed");
            session.commit();
        } catch (SQLException e) {
            session.rollback(e);
            throw step.failure(step.sql(), false, e);
        } catch (RuntimeException e) {
            session.rollback(e);
            throw e;
        }
    }

    /** The record is the last thing in the transaction that the script makes itself. */
    private void ownTransaction(Step step) throws SQLException {
        int last = step.statements().size() - 1;
        boolean commits = TransactionControl.commits(step.statements().get(last));
        Statement current = step.first();
        try {
            for (int i = 0; i <= last; i++) {
                current = step.statements().get(i);
                if (i == last && commits) {
                    session.asItself();
                    table.done(session.connection(), script.id(), step.checksum());
                    checkpoints.reached("executed");
                }
                session.execute(current);
            }
            if (!commits) {
                session.record(() -> table.done(session.connection(), script.id(), step.checksum()));
            }
        } catch (SQLException e) {
            session.abort(e);
            throw step.failure(current, false, e, dialect.refusals());
        }
    }

    /** When it is tried again, what the attempt before left is settled first. */
    private void alone(Step step, Work work) throws SQLException {
        if (isSettled(step)) {
            return;
        }
        Intent begun =
                new Intent(step.checksum(), dialect.outcomes().before(session.connection(), step.sql()), step.sql());
        session.record(() -> table.intend(session.connection(), script.id(), begun));
        checkpoints.reached("intended");
        try {
            session.patiently(dialect.outcomes().waitsInPeace(step.first()), work);
        } catch (SQLException e) {
            intent = begun;
            throw step.failure(step.sql(), false, e);
        }
        checkpoints.reached("executed");
        session.record(() -> table.done(session.connection(), script.id(), step.checksum()));
    }

    private static void direct(Step step, Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw step.failure(step.sql(), false, e);
        }
    }
}
