package dev.aludel.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.AludelException;
import dev.aludel.testing.LongRun;
import dev.aludel.testing.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The server's session is ended at each boundary between what runs and what is written down of it; the next start finishes the
 * work. Every build tries some boundaries, {@code -Dkills=all} each of them.
 */
class KillIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static MigrationRunner runner(Checkpoints checkpoints) {
        return TwelveRevisions.runner(DATABASE::open, checkpoints);
    }

    /** Ends every session but the one that says so. */
    private static void kill() {
        DATABASE.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    /** The process sees its session end, wherever it is then. */
    private static void killedAt(int boundary, Consumer<MigrationRunner> work) {
        AtomicInteger count = new AtomicInteger();
        Checkpoints killing = place -> {
            if (count.incrementAndGet() == boundary) {
                kill();
            }
        };
        try {
            work.accept(runner(killing));
        } catch (AludelException e) {
            assertThat(e).hasMessageNotContaining("resolve");
        }
        assertThat(count.get()).isGreaterThanOrEqualTo(boundary);
    }

    @Test
    void anUpgradeIsFinishedFromEveryBoundary() throws Exception {
        TwelveRevisions.assertUpgradesAreFinished(
                DATABASE, 5, boundary -> killedAt(boundary, TwelveRevisions::upgrade));
    }

    @LongRun
    @Test
    void aDowngradeIsFinishedFromEveryBoundary() throws Exception {
        TwelveRevisions.assertDowngradesAreFinished(
                DATABASE, 5, boundary -> killedAt(boundary, TwelveRevisions::downgrade));
    }
}
