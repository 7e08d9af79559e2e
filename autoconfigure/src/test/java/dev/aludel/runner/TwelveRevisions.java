package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.runner.session.ConnectionSource;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.schema.Model;
import dev.aludel.schema.Schema;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Twelve revisions of all kinds, to be killed amid them. */
final class TwelveRevisions {

    private static final String OUTSIDE = "-- transactional: false";
    /** What stands in the tables at the head. */
    static final String ROWS = "select 't ' || id from t union all select 'log ' || what from log order by 1";

    private static final List<ScriptFile> FILES = List.of(
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

    private TwelveRevisions() {}

    static MigrationRunner runner(ConnectionSource connections, Checkpoints checkpoints) {
        return new MigrationRunner(
                new PostgresDialect(),
                connections,
                () -> FILES,
                () -> Model.of(Schema.empty()),
                RunnerSettings.defaults(),
                Extensions.none(),
                checkpoints);
    }

    static void upgrade(MigrationRunner runner) {
        runner.upgrade("head");
    }

    static void downgrade(MigrationRunner runner) {
        runner.downgrade("b");
    }

    /**
     * From each boundary at which an upgrade is killed the next one finishes the work.
     *
     * @param some how many boundaries are tried, unless {@code -Dkills=all}
     */
    static void assertUpgradesAreFinished(TestDatabase database, int some, Killer killer) throws Exception {
        database.clear();
        int boundaries = boundaries(database, TwelveRevisions::upgrade);
        CatalogSnapshot head = CatalogSnapshot.of(database);
        List<String> rows = database.query(ROWS);
        assertThat(boundaries).isGreaterThan(40);

        for (int boundary = 1; boundary <= boundaries; boundary += step(boundaries, some)) {
            database.clear();
            killer.killAt(boundary);

            MigrationRunner next = runner(database::open, Checkpoints.NONE);
            upgrade(next);

            assertThat(CatalogSnapshot.of(database))
                    .as("killed at %d", boundary)
                    .isEqualTo(head);
            assertThat(database.query(ROWS)).as("killed at %d", boundary).isEqualTo(rows);
            assertThat(next.verify().findings()).isEmpty();
        }
    }

    /** The same of a downgrade. */
    static void assertDowngradesAreFinished(TestDatabase database, int some, Killer killer) throws Exception {
        database.clear();
        MigrationRunner runner = runner(database::open, Checkpoints.NONE);
        runner.upgrade("b");
        CatalogSnapshot early = CatalogSnapshot.of(database);
        List<String> rows = database.query(ROWS);
        upgrade(runner);
        int boundaries = boundaries(database, TwelveRevisions::downgrade);
        assertThat(boundaries).isGreaterThan(25);

        for (int boundary = 1; boundary <= boundaries; boundary += step(boundaries, some)) {
            upgrade(runner);
            killer.killAt(boundary);

            downgrade(runner);

            assertThat(CatalogSnapshot.of(database))
                    .as("killed at %d", boundary)
                    .isEqualTo(early);
            assertThat(database.query(ROWS)).as("killed at %d", boundary).isEqualTo(rows);
            assertThat(runner.current()).containsExactly("b");
        }
    }

    private static int boundaries(TestDatabase database, Consumer<MigrationRunner> work) {
        AtomicInteger count = new AtomicInteger();
        work.accept(runner(database::open, place -> count.incrementAndGet()));
        return count.get();
    }

    private static int step(int boundaries, int some) {
        return "all".equals(System.getProperty("kills")) ? 1 : boundaries / some;
    }

    /** Begins the work, and kills it at a boundary, counted from 1. */
    @FunctionalInterface
    interface Killer {
        void killAt(int boundary) throws Exception;
    }
}
