package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import dev.aludel.autoconfigure.AludelProperties.Mode;
import dev.aludel.autoconfigure.AludelProperties.OnUnknownRevision;
import dev.aludel.revision.Revision;
import dev.aludel.revision.UnknownRevisionException;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.Status;
import dev.aludel.runner.Status.State;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.runner.version.DatabaseBehindException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an application's start does with the revisions, by {@code aludel.mode}. */
final class StartUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel");
    private static final Duration POLL = Duration.ofMillis(500);

    private final MigrationRunner runner;
    private final MigratedDatabase database;
    private final AludelProperties properties;
    private final HibernateSettings hibernate;
    private volatile boolean applied;

    StartUpgrade(
            MigrationRunner runner,
            MigratedDatabase database,
            AludelProperties properties,
            HibernateSettings hibernate) {
        this.runner = runner;
        this.database = database;
        this.properties = properties;
        this.hibernate = hibernate;
    }

    /**
     * Does it.
     *
     * @return where the database stands, if that was asked and nothing was done since
     */
    Optional<Status> run() {
        if (properties.mode() == Mode.OFF || database.isLeftToBoot()) {
            return Optional.empty();
        }
        if (hibernate.changesSchema()) {
            LOG.warn(
                    "Hibernate changes the schema beside Aludel, since its ddl-auto is '{}'. Set spring.jpa.hibernate.ddl-auto to none or validate",
                    hibernate.ddlAuto());
        }
        Status status = runner.status();
        if (!status.unknown().isEmpty()) {
            ahead(status);
            return Optional.of(status);
        }
        List<Revision> pending = pending(status);
        run(status, pending);
        return pending.isEmpty() && status.state() != State.INTERRUPTED ? Optional.of(status) : Optional.empty();
    }

    /** Whether this start applied revisions. */
    boolean hasApplied() {
        return applied;
    }

    private void run(Status status, List<Revision> pending) {
        switch (properties.mode()) {
            case UPGRADE -> upgrade(status, pending);
            case VALIDATE -> validate(status, pending);
            case WAIT -> await(status);
            case PLAN -> plan(pending);
            case OFF -> {}
        }
    }

    /** Another build may be at work on one of them at this moment, which is then no more finished than after a crash. */
    private void ahead(Status status) {
        if (properties.onUnknownRevision() == OnUnknownRevision.FAIL) {
            throw new UnknownRevisionException(
                    status.unknown().stream().map(AppliedRevision::id).toList());
        }
        LOG.warn(
                "The database is ahead: it has revisions that this build does not have: {}{}. The application starts with it as it is",
                described(status.unknown(), AppliedRevision::described),
                status.state() == State.INTERRUPTED ? ", not all of them finished" : "");
        if (status.pending().isEmpty()) {
            return;
        }
        if (properties.mode() == Mode.VALIDATE) {
            throw new DatabaseBehindException(status.pending());
        }
        LOG.warn(
                "Of this build {} pending, and not applied beside revisions that it does not have: {}. Merge the branch that has those into yours, or take them back with 'aludel downgrade head'",
                status.pending().size() == 1
                        ? "1 revision is"
                        : status.pending().size() + " revisions are",
                described(status.pending(), revision -> "'" + revision.id() + "'"));
    }

    private static <T> String described(List<T> revisions, Function<T, String> description) {
        return revisions.stream().map(description).collect(Collectors.joining(", "));
    }

    private List<Revision> pending(Status status) {
        return properties.target().equals("heads")
                ? status.pending()
                : runner.scripts().graph().upgrade(applied(status), properties.target());
    }

    private static List<String> applied(Status status) {
        return status.applied().stream().map(AppliedRevision::id).toList();
    }

    /** Nothing pending is told by the status alone, but an interrupted or replaced revision is the runner's to settle. */
    private void upgrade(Status status, List<Revision> pending) {
        if (!pending.isEmpty() || !status.replaced().isEmpty() || status.state() == State.INTERRUPTED) {
            applied = !runner.upgrade(properties.target()).isEmpty();
        }
    }

    private static void validate(Status status, List<Revision> pending) {
        if (status.state() == State.INTERRUPTED) {
            throw new AludelException(
                    "A revision of this database was begun and not finished. 'aludel upgrade' goes on with it, 'aludel resolve' tells how far it came.");
        }
        if (!pending.isEmpty()) {
            throw new DatabaseBehindException(pending);
        }
    }

    private void await(Status found) {
        if (isThere(found)) {
            return;
        }
        LOG.info("Waiting for another process to bring the database to {}", properties.target());
        long begun = System.nanoTime();
        Status now = found;
        while (!isThere(now)) {
            if (System.nanoTime() - begun > properties.waitTimeout().toNanos()) {
                throw new WaitTimeoutException(properties.target(), properties.waitTimeout());
            }
            pause();
            now = runner.status();
        }
    }

    /** A revision without a transaction counts as interrupted while another process runs it. */
    private boolean isThere(Status status) {
        return status.state() != State.INTERRUPTED && pending(status).isEmpty();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for another process's upgrade", e);
        }
    }

    private void plan(List<Revision> pending) {
        if (!pending.isEmpty()) {
            LOG.info(
                    "{} revisions are pending, and aludel.mode=plan applies none. Their SQL:\n{}",
                    pending.size(),
                    runner.upgradeSql(properties.target()));
        }
    }
}
