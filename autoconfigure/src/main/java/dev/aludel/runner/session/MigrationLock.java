package dev.aludel.runner.session;

import dev.aludel.dialect.Lock;
import dev.aludel.dialect.Waits.Blocker;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock between processes. It is tried and tried again rather than waited for: a session that waits for a lock holds a
 * snapshot, for which {@code create index concurrently} in the winner's session would wait in turn.
 */
public final class MigrationLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationLock.class);

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private static final Duration TELL_AGAIN = Duration.ofSeconds(30);

    private final Session session;
    private final Lock lock;
    private final String key;

    private MigrationLock(Session session, Lock lock, String key) {
        this.session = session;
        this.lock = lock;
        this.key = key;
    }

    public static MigrationLock acquire(Session session, Lock lock, String key, Duration waitTimeout) {
        long begin = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        Duration told = Duration.ZERO;
        try {
            while (!lock.tryLock(session.connection(), key)) {
                Duration waited = Duration.ofNanos(System.nanoTime() - begin);
                if (waited.compareTo(told) >= 0) {
                    Blocker holder = holder(session, lock, key);
                    LOG.info(
                            "Waiting for the migration by {}; {} s so far, at most {} s. To end that one: {}",
                            holder.words(),
                            waited.toSeconds(),
                            waitTimeout.toSeconds(),
                            holder.remedy());
                    told = waited.plus(TELL_AGAIN);
                }
                if (waited.compareTo(waitTimeout) >= 0) {
                    throw new LockWaitException(holder(session, lock, key), waited);
                }
                pause(Math.min(pause, Math.max(1, waitTimeout.minus(waited).toMillis())));
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        } catch (SQLException e) {
            throw new DatabaseException("taking the migration lock", e);
        }
        return new MigrationLock(session, lock, key);
    }

    private static Blocker holder(Session session, Lock lock, String key) throws SQLException {
        return lock.lockHolder(session.connection(), key)
                .orElseGet(() -> new Blocker("a process that has just ended", "it has ended"));
    }

    /** Does work; when it fails, what its transaction did is taken back before the lock is given up. */
    public <T> T whileHeld(Guarded<T> work) throws SQLException {
        try {
            return work.run();
        } catch (SQLException | RuntimeException e) {
            session.rollback(e);
            throw e;
        }
    }

    /** Sleeps for about the time, by chance somewhat longer or shorter so that many waiting processes do not come at once. */
    public static void pause(long millis) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(millis / 2, millis + millis / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the migration of another process", e);
        }
    }

    @Override
    public void close() {
        try {
            if (!session.connection().isClosed()) {
                lock.unlock(session.connection(), key);
            }
        } catch (SQLException e) {
            throw new DatabaseException("releasing the migration lock", e);
        }
    }

    /** What is done under the lock. */
    @FunctionalInterface
    public interface Guarded<T> {
        T run() throws SQLException;
    }
}
