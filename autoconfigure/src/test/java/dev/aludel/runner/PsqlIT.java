package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static dev.aludel.runner.Runners.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.compare.CompareSettings;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.TransactionMode;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.Psql;
import dev.aludel.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that are printed in place of being run, run by psql; where the machine has one. */
class PsqlIT {

    private static final String ROWS = "select revision || ' ' || down_revisions || ' ' || depends_on || ' ' || message"
            + " || ' ' || checksum || ' ' || state || ' ' || transactional || ' ' || creates || ' ' || coalesce(downgrade, '-')"
            + " from aludel_revision order by ordinal";
    private static final String RELATIONS =
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')"
                    + " and relname not like 'aludel%' order by 1";

    private static final ScriptFile[] HISTORY = {
        script(
                "a",
                "base",
                "-- creates: table a",
                "create table a (id int, name text)",
                "drop table a -- and its \"rows\"; 'all'"),
        script(
                "b",
                "a",
                "-- transactional: false",
                "create index concurrently a_name on a (name)",
                "drop index concurrently a_name"),
        revision("c", "a", """
                create function f() returns text language plpgsql as $body$
                begin
                    -- a comment; with 'quotes
                    return 'it''s \\if :aludel_needed';
                end
                $body$;
                insert into a values (1, f()), (2, E'\\\\n:\\'x')""", "delete from a;\ndrop function f()"),
        script("d", "b, c", "-- depends-on: x", "create table d (ids int[])", "drop table d"),
        script("x", "base", "-- branch-labels: other", "create table x (id int)", "drop table x")
    };

    private static final ScriptFile[] SINGLE = Runners.threeTables();

    private static Optional<Psql> client = Optional.empty();
    private static TestDatabase database = TestDatabase.create();
    private static TestDatabase other = TestDatabase.create();

    @BeforeAll
    static void find() {
        client = Psql.find();
        assumeTrue(client.isPresent(), "this machine has no psql of its own");
    }

    @AfterAll
    static void close() {
        database.close();
        other.close();
    }

    @BeforeEach
    void empty() {
        database.clear();
        other.clear();
    }

    private static Psql.Result psql(String script) {
        return client.orElseThrow().run(database, script);
    }

    private static void runs(String script) {
        assertThat(psql(script)).as(script).isEqualTo(new Psql.Result(0, ""));
    }

    private static MigrationRunner aludel() {
        return runner(database, HISTORY);
    }

    private static MigrationRunner aludel(TransactionMode mode) {
        RunnerSettings settings = new RunnerSettings(
                null,
                null,
                RunnerSettings.VERSION_TABLE,
                Duration.ofSeconds(5),
                10,
                null,
                Duration.ofSeconds(5),
                mode,
                CompareSettings.defaults());
        return runner(database::open, settings, HISTORY);
    }

    private static void isLike(MigrationRunner ran) {
        assertThat(database.query(RELATIONS)).isEqualTo(other.query(RELATIONS));
        assertThat(database.query(ROWS)).isEqualTo(other.query(ROWS));
        assertThat(aludel().current()).isEqualTo(ran.current());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void doesWhatTheUpgradeAndTheDowngradeDo(boolean idempotent) {
        MigrationRunner ran = runner(other, HISTORY);
        ran.upgrade("heads");

        runs(aludel().upgradeSql("base:heads", idempotent));

        isLike(ran);
        assertThat(database.query("select name from a order by id"))
                .containsExactly("it's \\if :aludel_needed", "\\n:'x");
        ran.downgrade("a");
        runs(aludel().downgradeSql("heads:a", idempotent));
        isLike(ran);
        ran.downgrade("base");
        runs(aludel().downgradeSql("base", idempotent));
        isLike(ran);
    }

    /** b and c are replaced by q. */
    private static MigrationRunner squashed() {
        return runner(
                database,
                SINGLE[0],
                SINGLE[1],
                SINGLE[2],
                script(
                        "q",
                        "a",
                        "-- replaces: b, c",
                        "create table b (id int); create table c (id int)",
                        "drop table c; drop table b"),
                revision("d", "c", "create table d (id int)", "drop table d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "c"})
    void passesOverWhatStandsForWhatIsDone(String begin) {
        runner(database, SINGLE).upgrade(begin);

        runs(squashed().upgradeSql("base:heads", true));

        assertThat(database.query(RELATIONS)).containsExactly("a", "b", "c", "d");
        assertThat(squashed().current()).containsExactly("d");
        runs(squashed().downgradeSql("heads:a", true));
        assertThat(database.query(RELATIONS)).containsExactly("a");
        assertThat(database.query("select revision from aludel_revision")).containsExactly("a");
    }

    @Test
    void stopsAmidWhatOneStandsFor() {
        runner(database, SINGLE).upgrade("b");

        Psql.Result result = psql(squashed().upgradeSql("base:heads", true));

        assertThat(result.output()).contains("The database stands within what 'q' replaces: upgrade it to 'c' first");
        assertThat(database.query(RELATIONS)).containsExactly("a", "b");
    }

    @ParameterizedTest
    @EnumSource(TransactionMode.class)
    void keepsTheTransactionsThatAreAskedFor(TransactionMode mode) {
        MigrationRunner ran = runner(other, HISTORY);
        ran.upgrade("heads");

        runs(aludel(mode).upgradeSql("base:heads", true));
        isLike(ran);
        runs(aludel(mode).downgradeSql("heads:base", false));

        assertThat(database.query(RELATIONS)).isEmpty();
        assertThat(database.query(ROWS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "a", "b", "c", "d", "x", "heads"})
    void anIdempotentScriptBringsEveryDatabaseToTheSame(String standing) {
        String script = aludel().upgradeSql("base:heads", true);
        aludel().upgrade(standing);

        runs(script);
        List<String> rows = database.query(ROWS);
        runs(script);

        assertThat(aludel().current()).containsExactly("x", "d");
        assertThat(database.query(ROWS)).isEqualTo(rows).hasSize(5);
        assertThat(database.query("select count(*) from a")).containsExactly("2");
    }

    @Test
    void anIdempotentDowngradePassesOverWhatIsNotApplied() {
        String script = aludel().downgradeSql("heads:a", true);
        aludel().upgrade("c");

        runs(script);
        runs(script);

        assertThat(aludel().current()).containsExactly("a");
        assertThat(database.query(RELATIONS)).containsExactly("a");
    }

    @Test
    void beginsWhereTheDatabaseStands() {
        aludel().upgrade("b");

        String script = aludel().upgradeSql("heads");

        assertThat(script).doesNotContain("create table a ").contains("-- Running upgrade a -> c, about c");
        runs(script);
        assertThat(aludel().upgrade("heads")).isEmpty();
        assertThat(aludel().upgradeSql("heads")).doesNotContain("Running");
    }

    @Test
    void aFailedStatementTakesItsRevisionBackAndStopsTheScript() {
        MigrationRunner broken = runner(
                database,
                HISTORY[0],
                revision("b", "a", "create table b (id int);\nselect 1 / 0", "drop table b"),
                revision("c", "b", "create table c (id int)", "drop table c"));

        Psql.Result result = psql(broken.upgradeSql("base:head"));

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.output()).contains("division by zero");
        assertThat(broken.current()).containsExactly("a");
        assertThat(database.query(RELATIONS)).containsExactly("a");
    }

    @Test
    void aRevisionWithoutATransactionThatFailsIsSeenAndNotRunAgain() {
        ScriptFile broken = script(
                "b",
                "a",
                "-- transactional: false",
                "insert into a values (1);\ncreate index concurrently a_name on a (name);\nbegin;\n"
                        + "insert into a values (2);\ncommit;\nselect 1 / (select count(*) from missing)",
                "drop index concurrently a_name");
        MigrationRunner runner = runner(database, HISTORY[0], broken);
        String script = runner.upgradeSql("base:head", true);

        assertThat(psql(script).exitCode()).isEqualTo(3);
        assertThat(runner.status().state()).isEqualTo(Status.State.INTERRUPTED);

        Psql.Result again = psql(script);
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.output()).contains("A revision was interrupted");
        database.execute("create table missing as select 1");
        assertThat(runner.upgrade("head")).hasSize(1);
        assertThat(database.query("select id from a order by id")).containsExactly("1", "2");
        runs(script);
    }

    @Test
    void stampsFromARangeFromTheLiveStateAndAnew() {
        runs(aludel().stampSql(List.of("base:d"), false, false));
        assertThat(aludel().current()).containsExactly("x", "d");
        assertThat(database.query(RELATIONS)).isEmpty();
        runs(aludel().stampSql(List.of("d:b"), false, false));
        assertThat(aludel().status().applied()).extracting("id").containsExactlyInAnyOrder("a", "b", "c", "x");
        runs(aludel().stampSql(List.of("a"), false, true));
        assertThat(aludel().current()).containsExactlyInAnyOrder("a", "x");
        database.execute("insert into aludel_revision select 'later', down_revisions, depends_on, message, checksum,"
                + " applied_at, applied_by, duration_ms, state, transactional, creates, proven, downgrade, done, intent, 99 from aludel_revision"
                + " where revision = 'a'");
        String purge = aludel().stampSql(List.of("c"), true, true);
        runs(purge);
        runs(purge);
        assertThat(aludel().current()).containsExactly("c");
        assertThat(aludel().status().applied()).extracting("id").containsExactlyInAnyOrder("a", "c");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void makesTheVersionTable(boolean idempotent) {
        runs(aludel().versionTableSql(idempotent));
        assertThat(aludel().ensureVersionTable()).isFalse();
        if (idempotent) {
            runs(aludel().versionTableSql(true));
        }
        assertThat(aludel().upgrade("heads")).hasSize(5);
    }

    @Test
    void worksInSchemasOfItsOwn() {
        database.execute("create schema \"Shop\"");
        RunnerSettings settings = new RunnerSettings(
                "Shop",
                "meta data",
                "it's",
                Duration.ofSeconds(5),
                10,
                null,
                Duration.ofSeconds(5),
                TransactionMode.PER_REVISION,
                CompareSettings.defaults());
        MigrationRunner runner = runner(database::open, settings, HISTORY);
        String script = runner.upgradeSql("base:heads", true);

        runs(script);
        runs(script);

        assertThat(runner.current()).containsExactly("x", "d");
        assertThat(database.query("select schemaname || '.' || tablename from pg_tables where schemaname in ('Shop',"
                        + " 'meta data') order by 1"))
                .containsExactly("Shop.a", "Shop.d", "Shop.x", "meta data.it's");
    }
}
