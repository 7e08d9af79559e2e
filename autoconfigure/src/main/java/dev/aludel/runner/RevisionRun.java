package dev.aludel.runner;

import dev.aludel.RevisionEvent;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Renewal;
import dev.aludel.revision.Revision;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.execution.ScriptChecksum;
import dev.aludel.runner.execution.ScriptStatements;
import dev.aludel.runner.execution.Section;
import dev.aludel.runner.execution.Unrecorded;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.session.TransactionMode;
import dev.aludel.runner.session.Work;
import dev.aludel.runner.version.ChangedScript;
import dev.aludel.runner.version.VersionRecord;
import dev.aludel.runner.version.VersionRow;
import dev.aludel.runner.version.VersionTable;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.InvalidScriptException;
import dev.aludel.script.InvalidScriptException.Finding;
import dev.aludel.script.Script;
import dev.aludel.script.Scripts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs revisions on a session that holds the lock, and keeps the version table true to what ran. */
public final class RevisionRun {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel.runner");

    private final Session session;
    private final VersionTable table;
    private final Dialect dialect;
    private final RunnerSettings settings;
    private final Extensions extensions;
    private final Checkpoints checkpoints;
    private final String by;
    private final LockRetries retries;
    private final Announcements announcements;
    private final String running;

    RevisionRun(
            Session session,
            VersionTable table,
            Dialect dialect,
            RunnerSettings settings,
            Extensions extensions,
            Checkpoints checkpoints,
            boolean scratch)
            throws SQLException {
        this.session = session;
        this.table = table;
        this.dialect = dialect;
        this.settings = settings;
        this.extensions = extensions;
        this.checkpoints = checkpoints;
        this.by = Applier.of(session.connection().getMetaData().getUserName());
        this.retries = new LockRetries(
                dialect.refusals(), session.watch(), settings.lockRetries(), settings.statementTimeout());
        this.announcements = new Announcements(extensions.listeners());
        this.running = scratch ? "Running on a scratch database:" : "Running";
    }

    Dialect dialect() {
        return dialect;
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

    /** @param seen the revision as the graph has it, which names one in place of those that it stands for */
    void upgrade(Script script, Revision seen) throws SQLException {
        LOG.info("{} upgrade {}", running, step(seen, true));
        Section section = section(script, true);
        if (transactional(script)) {
            table.learnOrdinal(session.connection());
            inTransaction(
                    section,
                    (duration, made, renewal) -> table.insert(
                            session.connection(), record(script, made, duration, VersionRow.State.APPLIED), renewal));
        } else {
            section.check(false);
            end();
            table.insert(session.connection(), record(script, List.of(), Duration.ZERO, VersionRow.State.UPGRADING));
            journaled(section, VersionRow.State.UPGRADING);
            begin();
        }
    }

    /** @param seen as of {@link #upgrade} */
    void downgrade(Script script, Revision seen) throws SQLException {
        LOG.info("{} downgrade {}", running, step(seen, false));
        Section section = section(script, false);
        if (transactional(script)) {
            inTransaction(
                    section, (duration, made, renewal) -> table.delete(session.connection(), script.id(), renewal));
        } else {
            section.check(false);
            end();
            table.state(session.connection(), script.id(), VersionRow.State.DOWNGRADING);
            journaled(section, VersionRow.State.DOWNGRADING);
            begin();
        }
    }

    /** Goes on with a revision that was interrupted, in its own direction. */
    void resume(Script script, VersionRow row) throws SQLException {
        LOG.info(
                "Going on with the {} {}, which was interrupted after {} of its statements",
                row.upgrades() ? "upgrade" : "downgrade",
                step(script.revision(), row.upgrades()),
                row.done().size());
        Section section = section(script, row.upgrades());
        section.check(false);
        journaled(section, row);
    }

    private void journaled(Section section, VersionRow.State state) throws SQLException {
        checkpoints.reached("begun");
        journaled(section, VersionRow.begun(section.script().revision(), state));
    }

    private void journaled(Section section, VersionRow row) throws SQLException {
        Script script = section.script();
        Journal journal = new Journal(
                session, table, dialect, retries, checkpoints, section, row, Interruptions.of(row, script, dialect));
        long begin = System.nanoTime();
        List<SchemaObject> made = section.run(session, journal);
        journal.complete();
        session.renew(table.lockKey(), false);
        Duration duration = Duration.ofNanos(System.nanoTime() - begin);
        if (row.upgrades()) {
            table.finish(session.connection(), record(script, made, duration, VersionRow.State.APPLIED));
        } else {
            table.delete(session.connection(), script.id());
        }
        checkpoints.reached("finished");
        announcements.add(event(section, duration));
        announcements.tell();
    }

    /** The scripts that are not what was applied. */
    List<ChangedScript> changed(List<VersionRow> rows, Scripts scripts) {
        return Resolver.changed(rows, scripts, dialect);
    }

    /** Writes down that a revision is applied, without running it. */
    void stamp(Script script) throws SQLException {
        LOG.info("{} stamp {}", running, step(script.revision(), true));
        insert(script);
    }

    /** The same for one in place of those that it stands for. */
    public void stampInPlace(Script script) throws SQLException {
        LOG.info(
                "{} stamp {} in place of {}",
                running,
                script.id(),
                String.join(", ", script.revision().replaces()));
        insert(script);
    }

    private void insert(Script script) throws SQLException {
        table.insert(session.connection(), record(script, List.of(), Duration.ZERO, VersionRow.State.APPLIED));
    }

    /** {@code 1b9e0c44a2d1 -> 3f2a9c1b7d40, add email to users}; a downgrade the other way. */
    static String step(Revision revision, boolean upgrade) {
        String parents = revision.isBase() ? "<base>" : String.join(", ", revision.downRevisions());
        String arrow = upgrade ? parents + " -> " + revision.id() : revision.id() + " -> " + parents;
        return revision.message().isEmpty() ? arrow : arrow + ", " + revision.message();
    }

    /**
     * Looks at revisions before the first of them runs.
     *
     * @throws InvalidScriptException with all that is wrong in all of them
     */
    void check(List<Script> scripts, boolean upgrade) {
        List<Finding> findings = new ArrayList<>();
        for (Script script : scripts) {
            try {
                section(script, upgrade).check(transactional(script));
                section(script, !upgrade).checkBatches();
                ScriptChecksum.of(script, dialect);
            } catch (InvalidScriptException e) {
                findings.addAll(e.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidScriptException(findings);
        }
    }

    private static RevisionEvent event(Section section, Duration duration) {
        Revision revision = section.script().revision();
        RevisionEvent.Kind kind = section.upgrades() ? RevisionEvent.Kind.APPLIED : RevisionEvent.Kind.TAKEN_BACK;
        return new RevisionEvent(kind, revision.id(), revision.downRevisions(), revision.message(), duration);
    }

    private Section section(Script script, boolean upgrade) {
        return Section.of(script, upgrade, dialect, extensions.entities());
    }

    private boolean transactional(Script script) {
        return script.transactional() && settings.transaction() != TransactionMode.NONE;
    }

    /** What ran and that it ran take effect together. */
    private void inTransaction(Section section, Written written) throws SQLException {
        section.check(true);
        if (session.inTransaction()) {
            retries.once(section.script().id(), () -> execute(section, written));
            return;
        }
        retries.run(section.script().id(), () -> {
            session.begin();
            try {
                execute(section, written);
                checkpoints.reached("executed");
                commit(section);
            } catch (SQLException | RuntimeException e) {
                session.rollback(e);
                session.renew(table.lockKey(), e);
                announcements.withdraw();
                throw e;
            }
        });
        checkpoints.reached("after");
        announcements.tell();
    }

    private void execute(Section section, Written written) throws SQLException {
        long begin = System.nanoTime();
        List<SchemaObject> made = section.run(session, new Unrecorded(true));
        Duration duration = Duration.ofNanos(System.nanoTime() - begin);
        leave(section, renewal -> written.as(duration, made, renewal));
        announcements.add(event(section, duration));
    }

    /**
     * Brings the session back and writes the revision down, in one round trip. Constraints that are deferred are checked only now, if the
     * transaction is the revision's own.
     */
    private void leave(Section section, Left written) {
        boolean ending = settings.transaction() != TransactionMode.ALL;
        atTheEnd(section, () -> written.with(session.renewing(table.lockKey(), ending)));
    }

    private void commit(Section section) {
        atTheEnd(section, session::commit);
    }

    private static void atTheEnd(Section section, Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            Script script = section.script();
            throw new RevisionFailedException(script.id(), script.location(), section.firstLine(), "commit", true, e);
        }
    }

    private VersionRecord record(Script script, List<SchemaObject> made, Duration duration, VersionRow.State state) {
        return new VersionRecord(
                script,
                ScriptChecksum.of(script, dialect),
                ScriptStatements.union(script.creates(), made),
                Instant.now(),
                by,
                duration,
                state);
    }

    /** Writes down that a revision has run, and what it made. */
    @FunctionalInterface
    private interface Written {
        void as(Duration duration, List<SchemaObject> made, Renewal renewal) throws SQLException;
    }

    /** What is written once the session is what it was. */
    @FunctionalInterface
    private interface Left {
        void with(Renewal renewal) throws SQLException;
    }
}
