package dev.aludel.runner;

import static dev.aludel.runner.Runners.runner;
import static dev.aludel.runner.Runners.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aludel.runner.Interruption.Doubt;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What only somebody who looked can say of an interrupted revision. */
class ResolveIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final ScriptFile CALL = script(
            "abc",
            "base",
            "-- transactional: false",
            "insert into t values (1);\ncall fill();\ninsert into t values (3)",
            "delete from t");

    private MigrationRunner runner = runner(DATABASE, CALL);

    @BeforeEach
    void interrupt() {
        DATABASE.clear();
        DATABASE.execute(
                "create table t (id int)",
                "create procedure fill() language plpgsql as $$ begin insert into t values (2); commit; perform 1 / 0; end $$");
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> runner.upgrade("head"));
        DATABASE.execute("create or replace procedure fill() language sql as 'insert into t values (2)'");
    }

    private static void holds(String... ids) {
        assertThat(DATABASE.query("select id from t order by 1")).containsExactly(ids);
    }

    @Test
    void tellsTheExactState() {
        assertThat(runner.interruptions())
                .containsExactly(new Interruption(
                        "abc",
                        true,
                        1,
                        3,
                        "db/revisions/abc.sql:8",
                        "call fill()",
                        Doubt.UNKNOWN,
                        "The catalogue does not tell."));
    }

    @Test
    void goesOnBehindAStatementThatTookEffect() {
        runner.resolve("a", Resolution.DONE);

        runner.upgrade("head");

        holds("1", "2", "3");
        assertThat(runner.interruptions()).isEmpty();
    }

    @Test
    void runsAStatementAgain() {
        DATABASE.execute("delete from t where id = 2");
        runner.resolve(null, Resolution.AGAIN);

        runner.upgrade("head");

        holds("1", "2", "3");
    }

    @Test
    void endsIt() {
        runner.resolve(null, Resolution.APPLIED);
        assertThat(runner.status().state()).isEqualTo(Status.State.UP_TO_DATE);
        holds("1", "2");
        assertThatExceptionOfType(NothingToResolveException.class)
                .isThrownBy(() -> runner.resolve(null, Resolution.ROLLED_BACK))
                .withMessage("No revision of this database is interrupted.");

        DATABASE.execute("update aludel_revision set state = 'upgrading'");
        assertThatExceptionOfType(NothingToResolveException.class)
                .isThrownBy(() -> runner.resolve(null, Resolution.DONE))
                .withMessageContaining("No statement of revision 'abc' is in doubt");
        runner.resolve(null, Resolution.ROLLED_BACK);
        assertThat(runner.current()).isEmpty();
    }

    @Test
    void acceptsAChangedScript() {
        runner.resolve(null, Resolution.APPLIED);
        MigrationRunner changed =
                runner(DATABASE, script("abc", "base", "-- transactional: false", "select 1", "select 1"));
        assertThat(changed.verify().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).containsPattern("[0-9a-f]{64}.*[0-9a-f]{64}"));

        assertThat(changed.acceptChanges("x")).isEmpty();
        assertThat(changed.acceptChanges(null))
                .singleElement()
                .satisfies(script -> assertThat(script.present()).isNotEqualTo(script.applied()));

        assertThat(changed.verify().ok()).isTrue();
    }
}
