package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.AludelException;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.schema.Model;
import dev.aludel.schema.Schema;
import dev.aludel.script.ScriptSource.ScriptFile;
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

    private static final String OUTSIDE = "-- transactional: false";
    private static final String ROWS = "select 't ' || id from t union all select 'log ' || what from log order by 1";

    private static final List<ScriptFile> HISTORY = List.of(
            revision("a", "base", """
                    create table t (id int, name text);
                    create table log (what text);
                    create table m (id int) partition by range (id);
                    create table m1 partition of m for values from (1) to (9)""", "drop table m;\ndrop table log;\ndrop table t"),
            revision("b", "a", "insert into t values (1, 'x'), (2, 'y')", "delete from t"),
            script(
                    "c",
                    "b",
                    OUTSIDE,
                    "create unique index concurrently ix on t (id);\ncreate index concurrently on t (lower(name))",
                    "drop index concurrently t_lower_idx;\ndrop index concurrently if exists ix"),
            revision("d", "c", "create type mood as enum ('sad')", "drop type mood"),
            script(
                    "e",
                    "d",
                    OUTSIDE,
                    "alter type mood add value 'glad';\nalter table t add column mood mood default 'glad'",
                    "alter table t drop column mood"),
            script(
                    "f",
                    "e",
                    OUTSIDE,
                    "alter table m detach partition m1 concurrently",
                    "alter table m attach partition m1 for values from (1) to (9);\n"
                            + "alter table m1 drop constraint m1_id_check"),
            script(
                    "g",
                    "f",
                    OUTSIDE,
                    "drop index concurrently t_lower_idx",
                    "create index concurrently if not exists t_lower_idx on t (lower(name))"),
            script("h", "g", OUTSIDE, """
                    insert into log values ('h1');
                    begin;
                    insert into log values ('h2');
                    insert into log values ('h3');
                    commit;
                    insert into log values ('h4')""", "delete from log where what > 'h2';\ndelete from log"),
            script("i", "h", OUTSIDE, "vacuum t;\ninsert into log values ('i')", "delete from log where what = 'i'"),
            script("j", "i", OUTSIDE, "reindex table concurrently t;\nanalyze t", "select 1"),
            revision("k", "j", "create view v as select id from t", "drop view v"),
            revision("l", "k", "insert into log values ('l')", "delete from log where what = 'l'"));

    private static MigrationRunner runner(Checkpoints checkpoints) {
        return new MigrationRunner(
                new PostgresDialect(),
                DATABASE::open,
                () -> HISTORY,
                () -> Model.of(Schema.empty()),
                RunnerSettings.defaults(),
                Extensions.none(),
                checkpoints);
    }

    private static void upgrade(MigrationRunner runner) {
        runner.upgrade("head");
    }

    private static void downgrade(MigrationRunner runner) {
        runner.downgrade("b");
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
        int boundaries = boundaries(KillIT::upgrade);
        CatalogSnapshot head = CatalogSnapshot.of(DATABASE);
        List<String> rows = DATABASE.query(ROWS);
        assertThat(boundaries).isGreaterThan(40);

        for (int boundary = 1; boundary <= boundaries; boundary += step(boundaries)) {
            DATABASE.clear();
            killedAt(boundary, KillIT::upgrade);

            MigrationRunner next = runner(Checkpoints.NONE);
            next.upgrade("head");

            assertThat(CatalogSnapshot.of(DATABASE))
                    .as("killed at %d", boundary)
                    .isEqualTo(head);
            assertThat(DATABASE.query(ROWS)).as("killed at %d", boundary).isEqualTo(rows);
            assertThat(next.verify().findings()).isEmpty();
        }
    }

    @Test
    void aDowngradeIsFinishedFromEveryBoundary() {
        DATABASE.clear();
        runner(Checkpoints.NONE).upgrade("b");
        CatalogSnapshot early = CatalogSnapshot.of(DATABASE);
        List<String> rows = DATABASE.query(ROWS);
        runner(Checkpoints.NONE).upgrade("head");
        int boundaries = boundaries(KillIT::downgrade);
        assertThat(boundaries).isGreaterThan(25);

        for (int boundary = 1; boundary <= boundaries; boundary += step(boundaries)) {
            runner(Checkpoints.NONE).upgrade("head");
            killedAt(boundary, KillIT::downgrade);

            MigrationRunner next = runner(Checkpoints.NONE);
            next.downgrade("b");

            assertThat(CatalogSnapshot.of(DATABASE))
                    .as("killed at %d", boundary)
                    .isEqualTo(early);
            assertThat(DATABASE.query(ROWS)).as("killed at %d", boundary).isEqualTo(rows);
            assertThat(next.current()).containsExactly("b");
        }
    }
}
