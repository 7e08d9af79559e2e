package dev.aludel.runner;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.revision.Revision;
import dev.aludel.script.Checksums;
import dev.aludel.script.Script;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the statements of revisions on a session that holds the lock, and keeps the version table true to what ran. */
final class RevisionRun {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRunner.class);

    private static final long RETRY_PAUSE_MILLIS = 200;

    private final Session session;
    private final VersionTable table;
    private final Dialect dialect;
    private final RunnerSettings settings;
    private final String by;

    RevisionRun(Session session, VersionTable table, Dialect dialect, RunnerSettings settings, String by) {
        this.session = session;
        this.table = table;
        this.dialect = dialect;
        this.settings = settings;
        this.by = by;
    }

    /** Begins what all revisions share, if they share a transaction. */
    void begin() throws SQLException {
        if (settings.transaction() == TransactionMode.ALL) {
            session.begin();
        }
    }

    /** Ends what all revisions share. */
    void end() throws SQLException {
        if (session.inTransaction()) {
            session.commit();
        }
    }

    void upgrade(Script script) throws SQLException {
        LOG.info("Running upgrade {}", step(script.revision(), true));
        Section section = new Section(script, script.upgrade(), script.upgradeLine());
        if (transactional(script)) {
            inTransaction(section, duration -> table.insert(session.connection(), record(script, duration, true)));
        } else {
            outside(
                    section,
                    () -> table.insert(session.connection(), record(script, Duration.ZERO, false)),
                    duration -> table.finish(session.connection(), script.id(), duration));
        }
    }

    void downgrade(Script script) throws SQLException {
        script.irreversibleReason().ifPresent(reason -> {
            throw new IrreversibleRevisionException(script.id(), reason);
        });
        LOG.info("Running downgrade {}", step(script.revision(), false));
        Section section = new Section(script, script.downgrade(), script.downgradeLine());
        Written deleted = duration -> table.delete(session.connection(), script.id());
        if (transactional(script)) {
            inTransaction(section, deleted);
        } else {
            outside(section, () -> table.begun(session.connection(), script.id()), deleted);
        }
    }

    /** Writes down that a revision is applied, without running it. */
    void stamp(Script script) throws SQLException {
        LOG.info("Running stamp {}", step(script.revision(), true));
        table.insert(session.connection(), record(script, Duration.ZERO, true));
    }

    /** {@code 1b9e0c44a2d1 -> 3f2a9c1b7d40, add email to users}; a downgrade the other way. */
    static String step(Revision revision, boolean upgrade) {
        String parents = revision.isBase() ? "<base>" : String.join(", ", revision.downRevisions());
        String arrow = upgrade ? parents + " -> " + revision.id() : revision.id() + " -> " + parents;
        return revision.message().isEmpty() ? arrow : arrow + ", " + revision.message();
    }

    private boolean transactional(Script script) {
        return script.transactional() && settings.transaction() != TransactionMode.NONE;
    }

    /** What ran and that it ran take effect together. */
    private void inTransaction(Section section, Written written) throws SQLException {
        List<Statement> statements = section.statements(dialect.lexer());
        section.refuseTransactionControl(statements);
        if (session.inTransaction()) {
            written.as(execute(section, statements));
            return;
        }
        for (int attempt = 1; ; attempt++) {
            session.begin();
            try {
                written.as(execute(section, statements));
                commit(section);
                return;
            } catch (RevisionFailedException e) {
                session.rollback(e);
                if (attempt > settings.lockRetries() || !isLockTimeout(e)) {
                    throw e;
                }
                LOG.info(
                        "Revision {} waited too long for a lock of the database; trying again ({} of {})",
                        section.script().id(),
                        attempt,
                        settings.lockRetries());
                MigrationLock.pause(RETRY_PAUSE_MILLIS * attempt);
            } catch (SQLException | RuntimeException e) {
                session.rollback(e);
                throw e;
            }
        }
    }

    /** That it begins is written down first, so that an interruption is seen. */
    private void outside(Section section, Begun begun, Written written) throws SQLException {
        List<Statement> statements = section.statements(dialect.lexer());
        end();
        begun.write();
        written.as(execute(section, statements));
        begin();
    }

    private Duration execute(Section section, List<Statement> statements) throws SQLException {
        long begin = System.nanoTime();
        for (Statement statement : statements) {
            try {
                LOG.debug("{}", statement.sql());
                session.execute(statement.sql());
            } catch (SQLException e) {
                throw section.failed(statement.line(), statement.sql(), session.inTransaction(), e);
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Constraints that are deferred are checked only now. */
    private void commit(Section section) throws SQLException {
        try {
            session.commit();
        } catch (SQLException e) {
            throw section.failed(1, "commit", true, e);
        }
    }

    private boolean isLockTimeout(RevisionFailedException failure) {
        return failure.getCause() instanceof SQLException cause
                && dialect.sessions().isLockTimeout(cause);
    }

    private VersionRecord record(Script script, Duration duration, boolean finished) {
        return new VersionRecord(script, checksum(script, dialect), Instant.now(), by, duration, finished);
    }

    /** The checksum of a script, which comments, outer white space and line ends do not change. */
    static String checksum(Script script, Dialect dialect) {
        return Checksums.of(
                script,
                dialect.lexer().split(script.upgrade()).stream()
                        .map(Statement::normal)
                        .toList(),
                dialect.lexer().split(script.downgrade()).stream()
                        .map(Statement::normal)
                        .toList());
    }

    /** Writes down that a revision begins. */
    @FunctionalInterface
    private interface Begun {
        void write() throws SQLException;
    }

    /** Writes down that a revision has run. */
    @FunctionalInterface
    private interface Written {
        void as(Duration duration) throws SQLException;
    }
}
