package dev.aludel.runner;

import static dev.aludel.runner.Runners.runner;
import static dev.aludel.runner.Runners.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aludel.AludelException;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.session.TransactionMode;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A revision without a transaction goes on where it was stopped; a step that is done is never run again. */
class JournalIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final String INVALID =
            "select indexrelid::regclass from pg_index where not indisvalid and indrelid = 't'::regclass";
    private static final String INDEXES =
            "select indexrelid::regclass from pg_index where indisvalid and indrelid = 't'::regclass order by 1";
    private static final String STATE = "select state || ' ' || cardinality(string_to_array(done, ',')) || ' '"
            + " || coalesce(split_part(intent, E'\\n', 3), '-') from aludel_revision";

    @BeforeEach
    void empty() {
        DATABASE.clear();
        DATABASE.execute("create table t (id int, name text)");
    }

    private static ScriptFile outside(String upgrade, String downgrade) {
        return script("a", "base", "-- transactional: false", upgrade, downgrade);
    }

    private static void isStopped(MigrationRunner runner) {
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> runner.upgrade("head"));
        assertThat(runner.status().state()).isEqualTo(Status.State.INTERRUPTED);
    }

    @Test
    void goesOnBehindWhatIsDoneWhenTheCauseIsMended() {
        MigrationRunner runner = runner(
                DATABASE,
                outside(
                        "insert into t values (1);\ninsert into missing values (1);\ninsert into t values (2)",
                        "select 1"));
        isStopped(runner);
        assertThat(DATABASE.query(STATE)).containsExactly("upgrading 1 -");
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> runner.upgrade("head"));

        DATABASE.execute("create table missing (id int)");

        assertThat(runner.upgrade("head")).extracting(AppliedRevision::id).containsExactly("a");
        assertThat(DATABASE.query("select id from t order by 1")).containsExactly("1", "2");
        assertThat(DATABASE.query(STATE)).containsExactly("applied 0 -");
        assertThat(runner.verify().ok()).isTrue();
    }

    @Test
    void goesOnWithAScriptWhoseFailedStatementWasMended() {
        isStopped(runner(DATABASE, outside("insert into t values (1);\ninsert into t values ('x')", "select 1")));
        MigrationRunner mended =
                runner(DATABASE, outside("-- first\ninsert  into t values (1);\ninsert into t values (2)", "select 1"));

        mended.upgrade("head");

        assertThat(DATABASE.query("select id from t order by 1")).containsExactly("1", "2");
        assertThat(mended.verify().ok()).isTrue();
    }

    @Test
    void refusesAScriptWhoseDoneStatementIsNotWhatRan() {
        isStopped(runner(DATABASE, outside("insert into t values (1);\nselect 1 / 0", "select 1")));
        MigrationRunner changed = runner(DATABASE, outside("insert into t values (7);\nselect 1", "select 1"));
        MigrationRunner shorter = runner(DATABASE, outside("", "select 1"));

        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> changed.upgrade("head"))
                .withMessageContaining("1 of 2 statements done")
                .withMessageContaining("'insert into t values (7)' (db/revisions/a.sql:7)")
                .withMessageContaining("It is not what ran as statement 1.")
                .withMessageContaining("aludel resolve a");
        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> shorter.upgrade("head"))
                .withMessageContaining("fewer statements");
        assertThat(DATABASE.query("select id from t")).containsExactly("1");
    }

    @Test
    void buildsAnIndexAgainThatAFailureLeftInvalid() {
        DATABASE.execute("insert into t values (1), (1)");
        MigrationRunner runner =
                runner(DATABASE, outside("create unique index concurrently \"T ix\" on t (id)", "select 1"));
        isStopped(runner);
        assertThat(DATABASE.query(INVALID)).containsExactly("\"T ix\"");
        DATABASE.execute("delete from t");

        runner.upgrade("head");

        assertThat(DATABASE.query(INDEXES)).containsExactly("\"T ix\"");
        assertThat(DATABASE.query(INVALID)).isEmpty();
    }

    @Test
    void doesNotTakeAnInvalidIndexForOneThatExists() {
        DATABASE.execute("insert into t values (1), (1)");
        MigrationRunner runner = runner(
                DATABASE,
                outside("create unique index concurrently if not exists ix on public.t using btree (id)", "select 1"));
        isStopped(runner);
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> runner.upgrade("head"));
        DATABASE.execute("delete from t");

        runner.upgrade("head");

        assertThat(DATABASE.query(INDEXES)).containsExactly("ix");
    }

    @Test
    void dropsTheInvalidIndexOfAStatementThatWasMended() {
        DATABASE.execute("insert into t values (1), (1)");
        isStopped(runner(DATABASE, outside("create unique index concurrently on t (id)", "select 1")));

        runner(DATABASE, outside("create index concurrently on t (id)", "select 1"))
                .upgrade("head");

        assertThat(DATABASE.query(INDEXES)).containsExactly("t_id_idx");
        assertThat(DATABASE.query(INVALID)).isEmpty();
    }

    @Test
    void runsInOneTransactionWhatTheScriptPutsIntoOne() {
        MigrationRunner runner = runner(
                DATABASE,
                outside(
                        "begin;\ninsert into t values (1);\nsavepoint s;\nrollback to savepoint s;\ninsert into t values (2);\ncommit;\n"
                                + "begin;\ninsert into t values (3);\nselect 1 / (select count(*) from missing);\ncommit",
                        "select 1"));
        isStopped(runner);
        assertThat(DATABASE.query("select id from t order by 1")).containsExactly("1", "2");
        DATABASE.execute("create table missing as select 1");

        runner.upgrade("head");

        assertThat(DATABASE.query("select id from t order by 1")).containsExactly("1", "2", "3");
    }

    @Test
    void refusesATransactionThatHasNoEndOrNoBeginning() {
        assertThatExceptionOfType(AludelException.class)
                .isThrownBy(() -> runner(DATABASE, outside("begin;\nselect 1", "select 1"))
                        .upgrade("head"))
                .withMessageContaining("db/revisions/a.sql:7: the transaction that begins here does not end");
        assertThatExceptionOfType(AludelException.class)
                .isThrownBy(() -> runner(DATABASE, outside("select 1;\ncommit", "select 1"))
                        .upgrade("head"))
                .withMessageContaining("db/revisions/a.sql:8: 'commit' ends no transaction of this script");
        assertThat(DATABASE.query("select revision from aludel_revision")).isEmpty();
    }

    @Test
    void setsAgainWhatTheLostSessionHad() {
        MigrationRunner runner = runner(
                DATABASE,
                outside(
                        "set session aludel.test = '7';\nselect 1 / (select count(*) from missing);\n"
                                + "insert into t values (current_setting('aludel.test')::int)",
                        "select 1"));
        isStopped(runner);
        DATABASE.execute("create table missing as select 1");

        runner.upgrade("head");

        assertThat(DATABASE.query("select id from t")).containsExactly("7");
    }

    @Test
    void refusesToRepeatACallThatCommittedHalfOfItsWork() {
        DATABASE.execute(
                "create procedure fill() language plpgsql as $$ begin insert into t values (1); commit; perform 1 / 0; end $$");
        MigrationRunner runner = runner(DATABASE, outside("select 1;\ncall fill();\nselect 2", "select 1"));
        isStopped(runner);
        assertThat(DATABASE.query(STATE)).containsExactly("upgrading 1 call fill()");

        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> runner.upgrade("head"))
                .withMessage(
                        "Revision 'a' was interrupted in its upgrade, with 1 of 3 statements done, at 'call fill()'"
                                + " (db/revisions/a.sql:8). The catalogue does not tell. Look at the database, and record the outcome:"
                                + " 'aludel resolve a' lists the options.");
        assertThat(DATABASE.query("select id from t")).containsExactly("1");
    }

    @Test
    void runsWhatOnlyTheServerKnowsNotToRunInATransaction() {
        DATABASE.execute(
                "create procedure fill() language plpgsql as $$ begin insert into t values (1); commit; end $$");
        MigrationRunner runner = runner(
                DATABASE,
                outside(
                        "call fill();\ndo $$ begin insert into t values (2); commit; end $$;\nvacuum analyze t;\n"
                                + "reindex (verbose) index concurrently t_pkey",
                        "select 1"));
        DATABASE.execute("alter table t add constraint t_pkey unique (id)");

        runner.upgrade("head");

        assertThat(DATABASE.query("select id from t order by 1")).containsExactly("1", "2");
    }

    @Test
    void takesBackStepByStep() {
        MigrationRunner runner = runner(
                DATABASE,
                outside(
                        "create index concurrently ix on t (id);\ncreate index concurrently iy on t (name)",
                        "drop index concurrently iy;\nselect 1 / (select count(*) from missing);\ndrop index concurrently ix"));
        runner.upgrade("head");
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> runner.downgrade("base"));
        assertThat(DATABASE.query(STATE)).containsExactly("downgrading 1 -");
        DATABASE.execute("create table missing as select 1");

        assertThat(runner.downgrade("base")).extracting(AppliedRevision::id).containsExactly("a");

        assertThat(DATABASE.query(INDEXES)).isEmpty();
        assertThat(runner.current()).isEmpty();
    }

    @Test
    void finishesADowngradeBeforeItUpgradesAgain() {
        MigrationRunner runner = runner(
                DATABASE,
                outside("insert into t values (1)", "delete from t;\nselect 1 / (select count(*) from missing)"));
        runner.upgrade("head");
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> runner.downgrade("base"));
        DATABASE.execute("create table missing as select 1");

        assertThat(runner.upgrade("head")).hasSize(1);

        assertThat(DATABASE.query("select id from t")).containsExactly("1");
        assertThat(DATABASE.query(STATE)).containsExactly("applied 0 -");
    }

    @Test
    void keepsTheJournalWhereEveryRevisionRunsWithoutATransaction() {
        MigrationRunner runner = runner(
                DATABASE::open,
                Runners.settings(TransactionMode.NONE, java.time.Duration.ofSeconds(9)),
                Runners.revision("a", "base", "insert into t values (1);\ninsert into missing values (1)", "select 1"));
        isStopped(runner);
        DATABASE.execute("create table missing (id int)");

        runner.upgrade("head");

        assertThat(DATABASE.query("select id from t")).containsExactly("1");
    }

    @Test
    void doesNotGoOnWithARevisionOfAnotherBuild() {
        isStopped(runner(DATABASE, outside("select 1;\nselect 1 / 0", "select 1")));
        MigrationRunner other = runner(DATABASE, script("b", "base", "", "select 1", "select 1"));

        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> other.upgrade("head"))
                .withMessageContaining("This build has no script of it");
        assertThat(DATABASE.query("select revision from aludel_revision")).isEqualTo(List.of("a"));
    }
}
