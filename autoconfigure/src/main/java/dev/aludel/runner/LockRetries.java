package dev.aludel.runner;

import dev.aludel.dialect.Refusals;
import dev.aludel.dialect.Waits.Blocker;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.session.MigrationLock;
import dev.aludel.runner.session.Watch;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again what met the lock timeout, after pauses that grow. */
final class LockRetries {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel.runner");

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final Refusals refusals;
    private final Watch watch;
    private final int retries;
    private final @Nullable Duration statementTimeout;

    /** @param statementTimeout how long a statement may run; null for as long as it takes */
    LockRetries(Refusals refusals, Watch watch, int retries, @Nullable Duration statementTimeout) {
        this.statementTimeout = statementTimeout;
        this.refusals = refusals;
        this.watch = watch;
        this.retries = retries;
    }

    /** @param attempt leaves nothing behind when it fails */
    void run(String revision, Attempt attempt) throws SQLException {
        run(revision, attempt, retries);
    }

    /** The same for what leaves something behind when it fails. */
    void once(String revision, Attempt attempt) throws SQLException {
        run(revision, attempt, 0);
    }

    private void run(String revision, Attempt attempt, int most) throws SQLException {
        long pause = FIRST_PAUSE_MILLIS;
        watch.forget();
        for (int number = 1; ; number++) {
            try {
                watched(revision, attempt);
                return;
            } catch (RevisionFailedException e) {
                if (isCausedBy(e, refusals::isCancelled)) {
                    throw e.cancelled(statementTimeout);
                }
                if (!isCausedBy(e, refusals::isLockTimeout)) {
                    throw e;
                }
                List<Blocker> blockers = watch.blockers();
                if (number > most) {
                    throw blockers.isEmpty() ? e : e.waitingFor(blockers);
                }
                LOG.info(
                        "Revision {} waited too long for a lock of the database{}; trying again ({} of {})",
                        revision,
                        blockers.isEmpty() ? "" : ", which is held by " + Watch.words(blockers),
                        number,
                        most);
                MigrationLock.pause(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void watched(String revision, Attempt attempt) throws SQLException {
        watch.begin(revision);
        try {
            attempt.run();
        } finally {
            watch.end();
        }
    }

    private static boolean isCausedBy(RevisionFailedException failure, Predicate<SQLException> kind) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && kind.test(sql)) {
                return true;
            }
        }
        return false;
    }

    /** What is tried. */
    @FunctionalInterface
    interface Attempt {
        void run() throws SQLException;
    }
}
