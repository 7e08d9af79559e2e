package dev.aludel.runner;

import dev.aludel.RevisionEvent;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.revision.Revision;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.Body;
import dev.aludel.script.Checksums;
import dev.aludel.script.JavaBody;
import dev.aludel.script.Script;
import dev.aludel.script.SqlBody;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs revisions on a session that holds the lock, and keeps the version table true to what ran. */
final class RevisionRun {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRunner.class);

    private static final long RETRY_PAUSE_MILLIS = 200;

    private final Session session;
    private final VersionTable table;
    private final Dialect dialect;
    private final RunnerSettings settings;
    private final Extensions extensions;
    private final String by;
    private final Announcements announcements;

    RevisionRun(
            Session session,
            VersionTable table,
            Dialect dialect,
            RunnerSettings settings,
            Extensions extensions,
            String by) {
        this.session = session;
        this.table = table;
        this.dialect = dialect;
        this.settings = settings;
        this.extensions = extensions;
        this.by = by;
        this.announcements = new Announcements(extensions.listeners());
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
            announcements.tell();
        }
    }

    void upgrade(Script script) throws SQLException {
        LOG.info("Running upgrade {}", step(script.revision(), true));
        Section section = section(script, true);
        if (transactional(script)) {
            inTransaction(section, (duration, made) -> {
                table.insert(session.connection(), record(script, made, duration, true));
                announcements.add(event(RevisionEvent.Kind.APPLIED, script, duration));
            });
        } else {
            outside(
                    section,
                    () -> table.insert(session.connection(), record(script, List.of(), Duration.ZERO, false)),
                    (duration, made) -> {
                        if (!made.isEmpty()) {
                            table.creates(
                                    session.connection(), script.id(), ScriptStatements.union(script.creates(), made));
                        }
                        table.finish(session.connection(), script.id(), duration);
                        announcements.add(event(RevisionEvent.Kind.APPLIED, script, duration));
                    });
        }
    }

    void downgrade(Script script) throws SQLException {
        script.irreversibleReason().ifPresent(reason -> {
            throw new IrreversibleRevisionException(script.id(), reason);
        });
        LOG.info("Running downgrade {}", step(script.revision(), false));
        Section section = section(script, false);
        Written deleted = (duration, made) -> {
            table.delete(session.connection(), script.id());
            announcements.add(event(RevisionEvent.Kind.TAKEN_BACK, script, duration));
        };
        if (transactional(script)) {
            inTransaction(section, deleted);
        } else {
            outside(section, () -> table.begun(session.connection(), script.id()), deleted);
        }
    }

    /** Writes down that a revision is applied, without running it. */
    void stamp(Script script) throws SQLException {
        LOG.info("Running stamp {}", step(script.revision(), true));
        table.insert(session.connection(), record(script, List.of(), Duration.ZERO, true));
    }

    /** {@code 1b9e0c44a2d1 -> 3f2a9c1b7d40, add email to users}; a downgrade the other way. */
    static String step(Revision revision, boolean upgrade) {
        String parents = revision.isBase() ? "<base>" : String.join(", ", revision.downRevisions());
        String arrow = upgrade ? parents + " -> " + revision.id() : revision.id() + " -> " + parents;
        return revision.message().isEmpty() ? arrow : arrow + ", " + revision.message();
    }

    /** Refuses a class that is known not to run, before the first of several revisions does. */
    void check(Script script, boolean upgrade) {
        script.body().accept(new Body.Visitor<Boolean>() {
            @Override
            public Boolean sql(SqlBody body) {
                return true;
            }

            @Override
            public Boolean java(JavaBody body) {
                section(script, upgrade).check(transactional(script));
                return true;
            }
        });
    }

    private static RevisionEvent event(RevisionEvent.Kind kind, Script script, Duration duration) {
        Revision revision = script.revision();
        return new RevisionEvent(kind, revision.id(), revision.downRevisions(), revision.message(), duration);
    }

    private Section section(Script script, boolean upgrade) {
        return script.body().accept(new Body.Visitor<>() {
            @Override
            public Section sql(SqlBody body) {
                return SqlSection.of(script, body, upgrade, dialect);
            }

            @Override
            public Section java(JavaBody body) {
                return new JavaSection(script, body, upgrade, dialect, extensions.entities());
            }
        });
    }

    private boolean transactional(Script script) {
        return script.transactional() && settings.transaction() != TransactionMode.NONE;
    }

    /** What ran and that it ran take effect together. */
    private void inTransaction(Section section, Written written) throws SQLException {
        section.check(true);
        if (session.inTransaction()) {
            execute(section, written);
            return;
        }
        for (int attempt = 1; ; attempt++) {
            session.begin();
            try {
                execute(section, written);
                commit(section);
                announcements.tell();
                return;
            } catch (RevisionFailedException e) {
                session.rollback(e);
                announcements.withdraw();
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
        section.check(false);
        end();
        begun.write();
        execute(section, written);
        announcements.tell();
        begin();
    }

    private void execute(Section section, Written written) throws SQLException {
        long begin = System.nanoTime();
        List<SchemaObject> made = section.run(session);
        written.as(Duration.ofNanos(System.nanoTime() - begin), made);
    }

    /** Constraints that are deferred are checked only now. */
    private void commit(Section section) throws SQLException {
        try {
            session.commit();
        } catch (SQLException e) {
            Script script = section.script();
            throw new RevisionFailedException(script.id(), script.location(), section.firstLine(), "commit", true, e);
        }
    }

    private boolean isLockTimeout(RevisionFailedException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && dialect.sessions().isLockTimeout(sql)) {
                return true;
            }
        }
        return false;
    }

    private VersionRecord record(Script script, List<SchemaObject> made, Duration duration, boolean finished) {
        return new VersionRecord(
                script,
                checksum(script, dialect),
                ScriptStatements.union(script.creates(), made),
                Instant.now(),
                by,
                duration,
                finished);
    }

    /**
     * The checksum of a script, which comments, outer white space and line ends do not change; of a class that of its header alone,
     * since its bytes differ from compiler to compiler and its statements from run to run.
     */
    static String checksum(Script script, Dialect dialect) {
        return script.body().accept(new Body.Visitor<>() {
            @Override
            public String sql(SqlBody body) {
                return Checksums.of(script, normal(body.upgrade()), normal(body.downgrade()));
            }

            @Override
            public String java(JavaBody body) {
                return Checksums.of(script, List.of("java"), List.of());
            }

            private List<String> normal(String text) {
                return dialect.lexer().split(text).stream()
                        .map(Statement::normal)
                        .toList();
            }
        });
    }

    /** Writes down that a revision begins. */
    @FunctionalInterface
    private interface Begun {
        void write() throws SQLException;
    }

    /** Writes down that a revision has run, and what it made. */
    @FunctionalInterface
    private interface Written {
        void as(Duration duration, List<SchemaObject> made) throws SQLException;
    }
}
