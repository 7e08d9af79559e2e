package dev.aludel.runner;

import dev.aludel.dialect.Sessions;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again what met the lock timeout, after pauses that grow. */
final class LockRetries {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRunner.class);

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final Sessions sessions;
    private final int retries;

    LockRetries(Sessions sessions, int retries) {
        this.sessions = sessions;
        this.retries = retries;
    }

    /** @param attempt leaves nothing behind when it fails */
    void run(String revision, Attempt attempt) throws SQLException {
        long pause = FIRST_PAUSE_MILLIS;
        for (int number = 1; ; number++) {
            try {
                attempt.run();
                return;
            } catch (RevisionFailedException e) {
                if (number > retries || !isLockTimeout(e)) {
                    throw e;
                }
                LOG.info(
                        "Revision {} waited too long for a lock of the database; trying again ({} of {})",
                        revision,
                        number,
                        retries);
                MigrationLock.pause(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private boolean isLockTimeout(RevisionFailedException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sessions.isLockTimeout(sql)) {
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
