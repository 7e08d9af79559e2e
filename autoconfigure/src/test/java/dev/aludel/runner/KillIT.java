package dev.aludel.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.AludelException;
import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.TestDatabase;
import java.util.List;
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

    private static int boundaries(Consumer<MigrationRunner> work) {
        AtomicInteger count = new AtomicInteger();
        work.accept(runner(place -> count.incrementAndGet()));
        return count.get();
    }

    private static int step(int boundaries) {
        return "all".equals(System.getProperty("kills")) ? 1 : boundaries / 5;
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
    void anUpgradeIsFinishedFromEveryBoundary() {
        DATABASE.clear();
        int boundaries = boundaries(TwelveRevisions::upgrade);
        CatalogSnapshot head = CatalogSnapshot.of(DATABASE);
        List<String> rows = DATABASE.query(TwelveRevisions.ROWS);
        assertThat(boundaries).isGreaterThan(40);

        for (int boundary = 1; boundary <= boundaries; boundary += step(boundaries)) {
            DATABASE.clear();
            killedAt(boundary, TwelveRevisions::upgrade);

            MigrationRunner next = runner(Checkpoints.NONE);
            next.upgrade("head");

            assertThat(CatalogSnapshot.of(DATABASE))
                    .as("killed at %d", boundary)
                    .isEqualTo(head);
            assertThat(DATABASE.query(TwelveRevisions.ROWS))
                    .as("killed at %d", boundary)
                    .isEqualTo(rows);
            assertThat(next.verify().findings()).isEmpty();
        }
    }

    @Test
    void aDowngradeIsFinishedFromEveryBoundary() {
        DATABASE.clear();
        runner(Checkpoints.NONE).upgrade("b");
        CatalogSnapshot early = CatalogSnapshot.of(DATABASE);
        List<String> rows = DATABASE.query(TwelveRevisions.ROWS);
        runner(Checkpoints.NONE).upgrade("head");
        int boundaries = boundaries(TwelveRevisions::downgrade);
        assertThat(boundaries).isGreaterThan(25);

        for (int boundary = 1; boundary <= boundaries; boundary += step(boundaries)) {
            runner(Checkpoints.NONE).upgrade("head");
            killedAt(boundary, TwelveRevisions::downgrade);

            MigrationRunner next = runner(Checkpoints.NONE);
            next.downgrade("b");

            assertThat(CatalogSnapshot.of(DATABASE))
                    .as("killed at %d", boundary)
                    .isEqualTo(early);
            assertThat(DATABASE.query(TwelveRevisions.ROWS))
                    .as("killed at %d", boundary)
                    .isEqualTo(rows);
            assertThat(next.current()).containsExactly("b");
        }
    }
}
