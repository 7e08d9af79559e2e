package dev.aludel.runner;

import static dev.aludel.runner.Runners.runner;
import static dev.aludel.runner.Runners.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aludel.AludelException;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows get values some at a time, each batch in a transaction of its own, and an interruption repeats none. */
class BackfillIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final String TRANSACTIONS = "select count(distinct xmin::text) from t where name is not null";

    @BeforeEach
    void fill() {
        DATABASE.clear();
        DATABASE.execute(
                "create table t (id int primary key, \"Part\" text not null default 'it''s & more', name text, times int default 0,"
                        + " unique (\"Part\", id))",
                "insert into t (id) select generate_series(1, 25)");
    }

    private static ScriptFile outside(String upgrade) {
        return script("a", "base", "-- transactional: false", upgrade, "select 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- batch: key id, size 10, pause 0ms\nupdate t set name = 'x'",
                "-- batch: size 10, pause 0ms\nupdate only t as it set name = 'x' where name is null or name is distinct from 'y' -- all",
                "-- batch: pause 0ms, key \"Part\" id, size 10\nUPDATE public.t SET name = 'where' WHERE (select true from t limit 1)"
            })
    void takesRowsInTheOrderOfAKey(String update) {
        runner(DATABASE, outside(update)).upgrade("head");

        assertThat(DATABASE.query("select count(*) from t where name is null")).containsExactly("0");
        assertThat(DATABASE.query(TRANSACTIONS)).containsExactly("3");
    }

    @Test
    void deletesInBatches() {
        runner(DATABASE, outside("-- batch: key id, size 4, pause 0ms\ndelete from t where id > 5"))
                .upgrade("head");

        assertThat(DATABASE.query("select count(*) from t")).containsExactly("5");
    }

    @Test
    void goesOnWhereItStopped() {
        DATABASE.execute("alter table t add constraint stop check (id < 15 or name is null)");
        MigrationRunner runner = runner(
                DATABASE,
                outside("-- batch: key id, size 10, pause 0ms\nupdate t set name = 'x', times = times + 1;\nselect 1"));

        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> runner.upgrade("head"));

        assertThat(DATABASE.query("select count(*) from t where name is not null"))
                .containsExactly("10");
        assertThat(DATABASE.query("select split_part(intent, E'\\n', 2) from aludel_revision"))
                .containsExactly("10");
        DATABASE.execute("alter table t drop constraint stop");

        runner.upgrade("head");

        assertThat(DATABASE.query("select distinct times from t")).containsExactly("1");
        assertThat(runner.verify().ok()).isTrue();
    }

    @Test
    void howRowsAreTakenIsNoPartOfTheChecksum() {
        runner(DATABASE, outside("-- batch: key id, size 10, pause 0ms\nupdate t set name = 'x'"))
                .upgrade("head");

        assertThat(runner(DATABASE, outside("-- batch: key id, size 999\nupdate t set name = 'x'"))
                        .verify()
                        .ok())
                .isTrue();
    }

    @Test
    void runsAsABlockInAScriptForTheClient() {
        String sql = runner(
                        DATABASE,
                        outside(
                                "-- batch: key \"Part\" id, size 10, pause 0ms\nupdate t set name = 'x' where name is null"))
                .upgradeSql("base:a", false);
        String block =
                sql.substring(sql.indexOf("do $aludel$"), sql.indexOf("end $aludel$;") + "end $aludel$".length());

        DATABASE.execute(block);

        assertThat(DATABASE.query("select count(*) from t where name is null")).containsExactly("0");
        assertThat(DATABASE.query(TRANSACTIONS)).containsExactly("3");
    }

    @Test
    void refusesARevisionThatIsOneTransaction() {
        ScriptFile within =
                script("a", "base", "-- branch-labels: one", "-- batch: key id\nupdate t set name = 'x'", "select 1");

        assertThatExceptionOfType(AludelException.class)
                .isThrownBy(() -> runner(DATABASE, within).upgrade("head"))
                .withMessageContaining("'update t set name = 'x'' runs in batches")
                .withMessageContaining("transactional: false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- batch: key id, size many\nupdate t set name = 'x'",
                "-- batch: now\nupdate t set name = 'x'",
                "-- batch: key id, pause 10\nupdate t set name = 'x'",
                "-- batch: key id\nupdate t set name = o.name from t o",
                "-- batch: key id\nupdate t set name = 'x' returning id",
                "-- batch: key id\ninsert into t values (99)"
            })
    void refusesWhatCannotBeRunInBatches(String statement) {
        assertThatExceptionOfType(AludelException.class)
                .isThrownBy(() -> runner(DATABASE, outside(statement)).upgrade("head"));
        assertThat(DATABASE.query("select count(*) from t where name is not null"))
                .containsExactly("0");
    }
}
