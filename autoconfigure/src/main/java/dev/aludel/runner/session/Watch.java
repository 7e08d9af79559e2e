package dev.aludel.runner.session;

import dev.aludel.dialect.Waits;
import dev.aludel.dialect.Waits.Blocker;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whom a session waits for, from a connection beside it, once its work takes long: what is done in a moment costs neither a
 * connection nor a statement. A wait that no timeout ends is logged.
 */
public final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel.runner");

    private static final Duration LONG = Duration.ofSeconds(1);
    private static final Duration TELL_AGAIN = Duration.ofSeconds(30);
    private static final int PATIENCE_MILLIS = 5_000;

    private final ConnectionSource connections;
    private final Waits waits;
    private final int process;
    private final Duration patience;

    private @Nullable ScheduledThreadPoolExecutor thread;
    private @Nullable ScheduledFuture<?> task;
    private @Nullable Connection beside;
    private volatile List<Blocker> blockers = List.of();

    /**
     * A watch over a session.
     *
     * @param lockTimeout how long it waits for most locks
     */
    Watch(ConnectionSource connections, Waits waits, int process, @Nullable Duration lockTimeout) {
        this.connections = connections;
        this.waits = waits;
        this.process = process;
        this.patience = lockTimeout == null || lockTimeout.isZero() ? LONG : lockTimeout;
    }

    /** Work begins that may wait. */
    public void begin(String revision) {
        if (thread == null) {
            thread = new ScheduledThreadPoolExecutor(1, work -> {
                Thread made = new Thread(work, "aludel-watch");
                made.setDaemon(true);
                return made;
            });
            thread.setRemoveOnCancelPolicy(true);
        }
        long first = Math.max(1, Math.min(patience.toMillis() / 2, LONG.toMillis()));
        Look look = new Look(revision, System.nanoTime() + patience.toNanos());
        task = thread.scheduleWithFixedDelay(look, first, Math.max(1, first / 2), TimeUnit.MILLISECONDS);
    }

    /** It has ended, in whatever way. */
    public void end() {
        if (task != null) {
            task.cancel(false);
        }
    }

    /** Whom the session was last seen to wait for. */
    public List<Blocker> blockers() {
        return blockers;
    }

    /** What was seen is of no more use. */
    public void forget() {
        blockers = List.of();
    }

    public static String words(List<Blocker> blockers) {
        return blockers.stream().map(Blocker::words).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        if (thread == null) {
            return;
        }
        thread.shutdown();
        try {
            if (thread.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) && beside != null) {
                beside.close();
            }
        } catch (SQLException e) {
            LOG.debug("The connection of the watch does not end well", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is done from time to time, on the thread of the watch. */
    private final class Look implements Runnable {

        private final String revision;
        private long tellAt;

        Look(String revision, long tellAt) {
            this.revision = revision;
            this.tellAt = tellAt;
        }

        @Override
        public void run() {
            try {
                Connection open = beside == null || beside.isClosed() ? open() : beside;
                beside = open;
                List<Blocker> seen = waits.blockers(open, process);
                if (!seen.isEmpty()) {
                    blockers = seen;
                    tell(seen, waits.progress(open, process));
                }
            } catch (SQLException | RuntimeException e) {
                LOG.debug("The watch sees nothing: {}", Secrets.masked(String.valueOf(e.getMessage())));
            }
        }

        private void tell(List<Blocker> seen, String progress) {
            if (System.nanoTime() - tellAt >= 0) {
                LOG.info(
                        "Revision {} waits for {}{}", revision, words(seen), progress.isEmpty() ? "" : "; " + progress);
                tellAt = System.nanoTime() + TELL_AGAIN.toNanos();
            }
        }

        private Connection open() throws SQLException {
            Connection opened = Session.connect(connections::openOwn);
            opened.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            opened.setClientInfo("ApplicationName", connections.applicationName() + " (watch)");
            return opened;
        }
    }
}
