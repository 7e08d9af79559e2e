package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static dev.aludel.runner.Runners.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.hazard.HazardFinding;
import dev.aludel.lint.LintReport;
import dev.aludel.lint.Review;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.TransactionMode;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.Psql;
import dev.aludel.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a revision does to the session ends with it, whatever the order, and however the revisions run. */
class RevisionAloneIT {

    private static final String ROLE = "aludel_other_" + ProcessHandle.current().pid();

    /** What they leave on a session; each makes something of its own as well. */
    private static final List<String> LEAVING = List.of(
            "select pg_catalog.set_config('search_path', '', false)",
            "set search_path to elsewhere, pg_catalog",
            "set role " + ROLE,
            "set session authorization " + ROLE,
            "set local search_path to elsewhere; set local role " + ROLE,
            "set time zone 'Asia/Tokyo'; set datestyle to 'ISO, DMY'; set my.own = 'x'",
            "set statement_timeout = '10min'; set session_replication_role = replica; set work_mem = '77MB'",
            "do $$ begin perform set_config('work_mem', '78MB', false); execute 'set role " + ROLE + "'; end $$",
            "create temporary table left_over (id int); insert into left_over values (1)",
            "prepare \"left over\" as select 1; listen left_over",
            "declare left_over cursor with hold for select 1",
            "select pg_advisory_lock(42), pg_advisory_lock(42), pg_advisory_lock_shared(7), pg_advisory_lock(4, 2)",
            "savepoint s; set role " + ROLE + "; rollback to savepoint s; release savepoint s; set role " + ROLE);

    private static final String LOOK = "select concat_ws(' ', current_schema(), current_user, session_user,"
            + " current_setting('timezone') = 'Asia/Tokyo', current_setting('datestyle'), current_setting('statement_timeout'),"
            + " current_setting('session_replication_role'), current_setting('work_mem'), to_regclass('left_over'),"
            + " (select count(*) from pg_prepared_statements where from_sql), (select count(*) from pg_cursors where name <> ''),"
            + " (select count(*) from pg_listening_channels()), (select count(*) from pg_locks where locktype = 'advisory'"
            + " and pid = pg_backend_pid() and (objsubid = 2 or objid in (7, 42) and classid = 0)))";

    private static final TestDatabase DATABASE = TestDatabase.create();

    @BeforeEach
    void clear() {
        DATABASE.clear();
        DATABASE.execute(
                "drop role if exists " + ROLE,
                "create role " + ROLE,
                "create schema elsewhere",
                "grant usage, create on schema public, elsewhere to " + ROLE,
                "create table seen (number serial, state text)");
    }

    @AfterAll
    static void drop() {
        DATABASE.execute("drop owned by " + ROLE, "drop role " + ROLE);
        DATABASE.close();
    }

    /** Revisions that leave something, in some order, each followed by one that looks. */
    private static List<ScriptFile> history(int seed, String headers) {
        List<String> order = new ArrayList<>(LEAVING);
        Collections.shuffle(order, new Random(seed));
        List<ScriptFile> history = new ArrayList<>();
        String parent = "base";
        for (int i = 0; i < order.size(); i++) {
            boolean block = order.get(i).contains("savepoint") && !headers.isEmpty();
            String leaves = block ? "begin; " + order.get(i) + "; commit" : order.get(i);
            history.add(script("l" + i, parent, headers, leaves + ";\ncreate table public.made_" + i + " ()", leaves));
            history.add(
                    revision("s" + i, "l" + i, "insert into seen (state) " + LOOK, "insert into seen (state) " + LOOK));
            parent = "s" + i;
        }
        return history;
    }

    private static void assertSeenAlike(int times) {
        List<String> states = DATABASE.query("select distinct state from seen");
        assertThat(DATABASE.query("select state from seen")).hasSize(times);
        assertThat(states).hasSize(1);
        assertThat(states.get(0)).isEqualTo("public postgres postgres f ISO, MDY 0 origin 4MB 0 0 0 0");
    }

    @ParameterizedTest
    @EnumSource(TransactionMode.class)
    void runsAllAtOnce(TransactionMode mode) {
        MigrationRunner runner = runner(
                DATABASE::open,
                Runners.settings(mode, Duration.ofSeconds(5)),
                array(history(mode.name().length(), "")));
        if (mode == TransactionMode.NONE) {
            runner = runner(
                    DATABASE::open,
                    Runners.settings(mode, Duration.ofSeconds(5)),
                    array(history(mode.name().length(), "-- transactional: false")));
        }

        runner.upgrade("head");
        assertSeenAlike(LEAVING.size());
        runner.downgrade("base");
        assertSeenAlike(2 * LEAVING.size());
        assertThat(DATABASE.query("select count(*) from aludel_revision")).containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12})
    void runsOneByOneAndWithoutTransactions(int seed) {
        List<ScriptFile> history = history(seed, seed == 12 ? "-- transactional: false" : "");
        MigrationRunner runner = runner(DATABASE, array(history));

        for (int i = 0; i < history.size(); i++) {
            runner.upgrade("+1");
        }

        assertSeenAlike(LEAVING.size());
        assertThat(DATABASE.query("select count(*) from pg_class where relname like 'made_%'"))
                .containsExactly(String.valueOf(LEAVING.size()));
    }

    @ParameterizedTest
    @EnumSource(TransactionMode.class)
    void isPrintedAsItRuns(TransactionMode mode) {
        Optional<Psql> psql = Psql.find();
        assumeTrue(psql.isPresent(), "this machine has no psql of its own");
        String headers = mode == TransactionMode.NONE ? "-- transactional: false" : "";
        RunnerSettings settings = Runners.settings(mode, Duration.ofSeconds(5)).within("public");
        MigrationRunner runner =
                runner(DATABASE::open, settings, array(history(20 + mode.name().length(), headers)));

        Psql.Result up = psql.get().run(DATABASE, runner.upgradeSql("base:head", mode == TransactionMode.PER_REVISION));
        assertThat(up.exitCode()).as(up.output()).isZero();
        assertSeenAlike(LEAVING.size());
        assertThat(runner.status().state()).isEqualTo(Status.State.UP_TO_DATE);
        assertThat(DATABASE.query("select distinct applied_by from aludel_revision"))
                .containsExactly("postgres");

        Psql.Result down = psql.get().run(DATABASE, runner.downgradeSql("head:base"));
        assertThat(down.exitCode()).as(down.output()).isZero();
        assertSeenAlike(2 * LEAVING.size());
        assertThat(DATABASE.query("select count(*) from aludel_revision")).containsExactly("0");
    }

    @Test
    void keepsWhatAStepSetsForTheLaterOnesAlsoWhenItGoesOn() {
        ScriptFile broken = script("a", "base", "-- transactional: false", """
                select set_config('search_path', 'elsewhere', false);
                set role %1$s;
                prepare makes as select 1;
                create table first ();
                execute makes;
                select 1 / (select count(*) from public.missing);
                create table second ()""".formatted(ROLE), "select 1");
        MigrationRunner runner = runner(DATABASE, broken);

        assertThatThrownBy(() -> runner.upgrade("head")).hasMessageContaining("missing");
        DATABASE.execute("create table public.missing as select 1", "grant select on public.missing to " + ROLE);

        assertThat(runner.upgrade("head")).hasSize(1);
        assertThat(
                        DATABASE.query(
                                "select tableowner || ' ' || tablename from pg_tables where schemaname = 'elsewhere' order by 1"))
                .containsExactly(ROLE + " first", ROLE + " second");
    }

    @Test
    void checksWhatIsPutOffToTheEndAsTheRevisionLeavesIt() {
        ScriptFile deferred = revision("a", "base", """
                create table part (id int primary key);
                create table item (part int references part deferrable initially deferred);
                insert into item values (1)""", "drop table item; drop table part");

        assertThatThrownBy(() -> runner(DATABASE, deferred).upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("'commit'")
                .hasMessageContaining("rolled back");
        assertThat(DATABASE.query("select to_regclass('item')").get(0)).isNull();
    }

    @Test
    void keepsTheLockAndGivesUpThoseOfARevision() {
        ScriptFile locks = revision("a", "base", "select pg_advisory_lock(42)", "select 1");
        List<String> others = new ArrayList<>();
        runner(DATABASE, locks, revision("b", "a", "insert into seen (state) " + LOOK, "select 1"))
                .upgrade("head");
        DATABASE.query("select state from seen").forEach(others::add);
        assertThat(others).hasSize(1).allMatch(state -> state.endsWith(" 0"));
    }

    private static ScriptFile[] array(List<ScriptFile> files) {
        return files.toArray(ScriptFile[]::new);
    }

    /** The same scripts in lint, which runs them on a database of its own. */
    @Test
    void isLintedAlone() {
        DATABASE.execute("drop schema elsewhere");
        ScriptFile first = revision("a", "base", "select pg_catalog.set_config('search_path', '', false)", "select 1");
        ScriptFile second = revision("b", "a", "set role " + ROLE + "; reset role; create table t ()", "drop table t");

        LintReport report = Review.of(runner(DATABASE, first, second)).lint("pending", null);

        assertThat(Stream.of(report.revisions()).flatMap(List::stream)).containsExactly("a", "b");
        assertThat(report.findings()).extracting(HazardFinding::code).doesNotContain(HazardFinding.STATEMENT_FAILS);
    }
}
