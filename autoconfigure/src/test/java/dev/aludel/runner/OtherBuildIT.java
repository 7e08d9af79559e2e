package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static dev.aludel.runner.Runners.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.hazard.HazardPolicy;
import dev.aludel.hazard.Severity;
import dev.aludel.revision.UnknownRevisionException;
import dev.aludel.runner.execution.EntitySessions;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.schema.Model;
import dev.aludel.schema.Schema;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An older build meets a database that a newer one has upgraded. */
class OtherBuildIT {

    private static final String TABLES =
            "select relname from pg_class where relkind = 'r' and relname ~ '^[a-z]$' order by 1";

    private static final ScriptFile A = revision("a", "base", "create table a (id int)", "drop table a");
    private static final ScriptFile B = revision("b", "a", "create table b (id int)", "drop table b");
    private static final ScriptFile C = revision("c", "b", "create table c (id int)", "drop table c");

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void takesBackWhatItDoesNotKnow() {
        runner(database, A, B, C).upgrade("head");
        MigrationRunner older = runner(database, A);
        assertThat(older.current()).containsExactly("c");
        assertThat(older.status().current()).containsExactly("c");

        assertThat(ids(older.downgrade("-1"))).containsExactly("c");
        assertThat(older.current()).containsExactly("b");
        assertThat(database.query(TABLES)).containsExactly("a", "b");
        assertThat(ids(older.downgrade("base"))).containsExactly("b", "a");
        assertThat(database.query(TABLES)).isEmpty();
    }

    @Test
    void goesBackToItsOwnHead() {
        runner(database, A, B, C).upgrade("head");
        MigrationRunner older = runner(database, A);

        assertThat(older.downgradeSql("head"))
                .containsSubsequence("drop table c;", "where revision operator(pg_catalog.=) 'c'", "drop table b;")
                .doesNotContain("drop table a");
        assertThat(ids(older.downgrade("heads"))).containsExactly("c", "b");
        assertThat(older.status().state()).isEqualTo(Status.State.UP_TO_DATE);
        assertThat(older.downgrade("head")).isEmpty();
    }

    @Test
    void goesBackToOneOfItsHeads() {
        ScriptFile other = revision("z", "base", "create table z (id int)", "drop table z");
        ScriptFile beyond = revision("y", "z", "create table y (id int)", "drop table y");
        runner(database, A, B, other, beyond).upgrade("heads");
        MigrationRunner older = runner(database, A, other);

        assertThat(ids(older.downgrade("a@head"))).containsExactly("b");
        assertThat(database.query(TABLES)).containsExactly("a", "y", "z");
        assertThat(ids(older.downgrade("heads"))).containsExactly("y");
        assertThat(database.query(TABLES)).containsExactly("a", "z");
    }

    @Test
    void takesNothingBackWhereOneOfSeveralCannotBe() {
        ScriptFile oneWay = script("b", "a", "-- irreversible: it is lost", "create table b (id int)", "select 1");
        MigrationRunner runner = runner(database, A, oneWay, C);
        runner.upgrade("head");

        assertThatThrownBy(() -> runner.downgrade("base"))
                .isInstanceOf(IrreversibleRevisionException.class)
                .hasMessage(
                        "Nothing was taken back, since 'b' (it is lost) cannot be. 'aludel downgrade b' takes back what"
                                + " comes after it. Restore a backup, or write a new revision that mends what it did.");
        assertThat(database.query(TABLES)).containsExactly("a", "b", "c");
        assertThat(ids(runner.downgrade("b"))).containsExactly("c");
    }

    @Test
    void takesNothingBackWhereTheStatementsOfOneMayNotRun() {
        ScriptFile commits = revision("b", "a", "create table b (id int)", "drop table b; commit");
        MigrationRunner runner = runner(database, A, commits, C);
        runner.upgrade("head");

        assertThatThrownBy(() -> runner.downgrade("base")).hasMessageContaining("'commit' stands in a revision");
        assertThat(database.query(TABLES)).containsExactly("a", "b", "c");
    }

    @Test
    void takesNothingBackThatAludelIsToldToRefuse() {
        ScriptFile loses = revision(
                "b",
                "a",
                "create table b (id int); insert into b values (1)",
                "-- hazard drop-table (b): Dropping table 'b' loses its rows.\ndrop table b");
        runner(database, A, loses, C).upgrade("head");
        MigrationRunner strict = new MigrationRunner(
                new PostgresDialect(),
                database::open,
                () -> List.of(A, loses, C),
                () -> Model.of(Schema.empty()),
                RunnerSettings.defaults(),
                new Extensions(
                        EntitySessions.none(),
                        List.of(),
                        List.of(),
                        new HazardPolicy(Map.of("drop-table", Severity.FAIL))));

        assertThatThrownBy(() -> strict.downgrade("base"))
                .isInstanceOf(HazardousRevisionException.class)
                .hasMessageContaining("'drop-table' at db/revisions/b.sql:10");
        assertThat(database.query(TABLES)).containsExactly("a", "b", "c");
    }

    @Test
    void goesOnWithADowngradeThatWasInterrupted() {
        ScriptFile apart =
                script("b", "a", "-- transactional: false", "create index i on a (id)", "drop index i; select 1/0");
        runner(database, A, apart).upgrade("head");
        MigrationRunner older = runner(database, A);

        assertThatThrownBy(() -> older.downgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("its row in 'public.aludel_revision'");
        assertThat(database.query("select relname from pg_class where relname = 'i'"))
                .isEmpty();
        database.execute("update aludel_revision set downgrade = 'drop index i; select 1' where revision = 'b'");

        assertThat(ids(older.downgrade("head"))).containsExactly("b");
        assertThat(older.current()).containsExactly("a");
    }

    @Test
    void takesRowsBackInTheBatchesThatTheOtherBuildSaid() {
        ScriptFile rows = script(
                "b",
                "a",
                "-- transactional: false",
                "alter table a add primary key (id); insert into a select generate_series(1, 5)",
                "-- batch: key id, size 2\ndelete from a; alter table a drop constraint a_pkey");
        runner(database, A, rows).upgrade("head");
        database.execute("create table batches (tx xid8)", """
                create function noted() returns trigger language plpgsql as $$
                begin insert into batches values (pg_current_xact_id()); return null; end $$""", """
                create trigger noted after delete on a for each statement execute function noted()""");

        assertThat(ids(runner(database, A).downgrade("head"))).containsExactly("b");

        assertThat(database.query("select count(distinct tx) from batches")).containsExactly("3");
        assertThat(database.query("select count(*) from a")).containsExactly("0");
    }

    @Test
    void refusesWhereOnlyTheOtherBuildKnows() {
        ScriptFile oneWay = script("b", "a", "-- irreversible: it is lost", "create table b (id int)", "select 1");
        runner(database, A, oneWay).upgrade("head");
        MigrationRunner older = runner(database, A);

        assertThatThrownBy(() -> older.downgrade("head"))
                .isInstanceOf(IrreversibleRevisionException.class)
                .hasMessageContaining("'b'")
                .hasMessageContaining("this build has no script of it");
        assertThatThrownBy(() -> older.upgrade("head"))
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessageContaining("aludel downgrade head");
        assertThat(database.query(TABLES)).containsExactly("a", "b");
    }

    @Test
    void refusesWhatTheOtherBuildDidNotFinish() {
        ScriptFile halfway =
                script("b", "a", "-- transactional: false", "create table b (id int); select 1/0", "drop table b");
        assertThatThrownBy(() -> runner(database, A, halfway).upgrade("head"))
                .isInstanceOf(RevisionFailedException.class);

        assertThatThrownBy(() -> runner(database, A).downgrade("head"))
                .isInstanceOf(InterruptedRevisionException.class)
                .hasMessageContaining("This build has no script of it");
        assertThat(database.query(TABLES)).containsExactly("a", "b");
    }

    @Test
    void refusesRowsThatFitNowhere() {
        runner(database, A, B, C).upgrade("head");
        database.execute("delete from aludel_revision where revision = 'b'");

        assertThatThrownBy(() -> runner(database, A).downgrade("-1"))
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessageContaining("'c'");
        assertThat(database.query(TABLES)).containsExactly("a", "b", "c");
    }

    private static List<String> ids(List<AppliedRevision> revisions) {
        return revisions.stream().map(AppliedRevision::id).toList();
    }
}
