package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static dev.aludel.runner.Runners.script;
import static dev.aludel.runner.Runners.settings;
import static dev.aludel.runner.Runners.threeTables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aludel.AludelException;
import dev.aludel.compare.CompareSettings;
import dev.aludel.revision.Revision;
import dev.aludel.revision.UnknownRevisionException;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.session.DatabaseUnavailableException;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.TransactionMode;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.runner.version.UnknownFormatException;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.StatementLog;
import dev.aludel.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationRunnerIT {

    private static final String TABLES =
            "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'aludel%' order by 1";

    private TestDatabase database;

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void appliesWhatIsPendingInOrderAndWritesItDown() {
        MigrationRunner runner = runner(database, threeTables());

        assertThat(runner.status().state()).isEqualTo(Status.State.PENDING);
        assertThat(runner.upgrade("b")).extracting(AppliedRevision::id).containsExactly("a", "b");
        assertThat(database.query(TABLES)).containsExactly("a", "b");
        assertThat(runner.current()).containsExactly("b");
        assertThat(runner.upgrade("head")).extracting(AppliedRevision::id).containsExactly("c");
        assertThat(runner.upgrade("head")).isEmpty();

        Status status = runner.status();
        assertThat(status.state()).isEqualTo(Status.State.UP_TO_DATE);
        assertThat(status.applied())
                .extracting(AppliedRevision::message)
                .containsExactly("about a", "about b", "about c");
        assertThat(status.applied()).allSatisfy(row -> {
            assertThat(row.checksum()).matches("[0-9a-f]{64}");
            assertThat(row.appliedBy()).startsWith("postgres at ");
        });
    }

    @Test
    void takesBackTheLatestFirst() {
        MigrationRunner runner = runner(database, threeTables());
        runner.upgrade("head");

        assertThat(runner.downgrade("-1")).extracting(AppliedRevision::id).containsExactly("c");
        assertThat(runner.current()).containsExactly("b");
        assertThat(runner.downgrade("base")).extracting(AppliedRevision::id).containsExactly("b", "a");
        assertThat(database.query(TABLES)).isEmpty();
        assertThat(runner.current()).isEmpty();
        assertThat(runner.status().pending()).extracting(Revision::id).containsExactly("a", "b", "c");
    }

    @Test
    void findsADatabaseAtHeadInOneStatementWithoutALock() {
        runner(database, threeTables()).upgrade("head");
        StatementLog log = new StatementLog();

        runner(() -> log.watch(database.open()), RunnerSettings.defaults(), threeTables())
                .upgrade("heads");

        assertThat(log.statements()).singleElement().asString().contains("aludel_revision");
    }

    @Test
    void rollsBackTheWholeRevisionThatFailsAndSaysWhereAndWhy() {
        ScriptFile failing = revision("b", "a", "create table b (id int);\ncreate table a (id int)", "drop table b");
        MigrationRunner runner = runner(database, threeTables()[0], failing);

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> runner.upgrade("head"))
                .withMessageContaining("db/revisions/b.sql:7")
                .withMessageContaining("'create table a (id int)'")
                .withMessageContaining("relation \"a\" already exists")
                .withMessageContaining("rolled back")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
        assertThat(database.query(TABLES)).containsExactly("a");
        assertThat(runner.current()).containsExactly("a");
    }

    @Test
    void leavesNothingOfAnUpgradeThatIsOneTransaction() {
        ScriptFile failing = revision("b", "a", "select 1 / 0", "select 1");
        MigrationRunner runner =
                runner(database::open, settings(TransactionMode.ALL, Duration.ofMinutes(1)), threeTables()[0], failing);

        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> runner.upgrade("head"));
        assertThat(database.query(TABLES)).isEmpty();
        assertThat(runner.current()).isEmpty();
    }

    @Test
    void runsWhatCannotRunInATransaction() {
        ScriptFile concurrently = script(
                "b",
                "a",
                "-- transactional: false",
                "create index concurrently ix on a (id)",
                "drop index concurrently ix");
        MigrationRunner runner = runner(database, threeTables()[0], concurrently);

        runner.upgrade("head");
        assertThat(database.query(
                        "select indexrelid::regclass from pg_index where indisvalid and indrelid = 'a'::regclass"))
                .containsExactly("ix");
        runner.downgrade("-1");
        assertThat(runner.current()).containsExactly("a");
    }

    @Test
    void refusesAScriptThatEndsItsTransactionItself() {
        MigrationRunner runner =
                runner(database, revision("a", "base", "create table a ();\nCOMMIT;\nselect 1 / 0", "drop table a"));

        assertThatExceptionOfType(AludelException.class)
                .isThrownBy(() -> runner.upgrade("head"))
                .withMessageContaining("db/revisions/a.sql:7: 'COMMIT'")
                .withMessageContaining("transactional: false");
        assertThatExceptionOfType(AludelException.class)
                .isThrownBy(() -> runner.upgradeSql("base:head", false))
                .withMessageContaining("db/revisions/a.sql:7: 'COMMIT'");
        assertThat(database.query(TABLES)).isEmpty();
    }

    @Test
    void reportsAConstraintThatFailsOnlyAtTheCommitAsAFailureOfTheRevision() {
        MigrationRunner runner = runner(
                database,
                revision(
                        "a",
                        "base",
                        "create table p (id int primary key);\ncreate table c (p int references p deferrable initially deferred);\ninsert into c values (1)",
                        "drop table c"));

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> runner.upgrade("head"))
                .withMessageContaining("'commit'")
                .withMessageContaining("violates foreign key constraint");
        assertThat(runner.current()).isEmpty();
    }

    @Test
    void doesNotTakeBackWhatIsIrreversible() {
        MigrationRunner runner = runner(
                database,
                threeTables()[0],
                script("b", "a", "-- irreversible: the old values are gone", "drop table a", "select 1"));
        runner.upgrade("head");

        assertThatExceptionOfType(IrreversibleRevisionException.class)
                .isThrownBy(() -> runner.downgrade("-1"))
                .withMessageContaining("the old values are gone");
        assertThat(runner.current()).containsExactly("b");
    }

    @Test
    void stampsWithoutRunning() {
        MigrationRunner runner = runner(database, threeTables());

        assertThat(runner.stamp("b")).containsExactly("b");
        assertThat(database.query(TABLES)).isEmpty();
        assertThat(runner.stamp("head")).containsExactly("c");
        assertThat(runner.stamp("base")).isEmpty();
        assertThat(database.query("select revision from aludel_revision")).isEmpty();
    }

    @Test
    void stampsOneBranchAndLeavesTheOther() {
        MigrationRunner runner = runner(
                database,
                revision("a", "base", "create table a (id int)", "drop table a"),
                revision("b", "a", "create table b (id int)", "drop table b"),
                revision("c", "a", "create table c (id int)", "drop table c"),
                revision("m", "b, c", "create table m (id int)", "drop table m"));

        assertThat(runner.stamp("b")).containsExactly("b");
        assertThat(runner.stamp("c")).containsExactly("b", "c");
        assertThat(runner.stamp("m")).containsExactly("m");
        assertThat(runner.stamp("b")).containsExactly("b", "c");
        assertThat(runner.stamp(List.of("b"), true)).containsExactly("b");
        assertThat(runner.stamp(List.of("b", "c"), false)).containsExactly("b", "c");
    }

    @Test
    void forgetsRevisionsOfOtherBuildsOnlyWhenItIsTold() {
        runner(database, threeTables()).upgrade("head");
        MigrationRunner older = runner(database, threeTables()[0], threeTables()[1]);

        assertThatExceptionOfType(UnknownRevisionException.class)
                .isThrownBy(() -> older.stamp("b"))
                .withMessageContaining("aludel stamp --purge");
        assertThat(older.stamp(List.of("b"), true)).containsExactly("b");
        assertThat(older.status().state()).isEqualTo(Status.State.UP_TO_DATE);
    }

    @Test
    void tellsHowFarItIs() {
        MigrationRunner runner = runner(database, threeTables());
        List<String> told = new ArrayList<>();
        Progress progress = (number, of, revision) -> told.add(number + " of " + of + " " + revision.id());

        runner.upgrade("head", progress);
        runner.downgrade("a", progress);

        assertThat(told).containsExactly("1 of 3 a", "2 of 3 b", "3 of 3 c", "1 of 2 c", "2 of 2 b");
    }

    @Test
    void makesTheVersionTableOnce() {
        MigrationRunner runner = runner(database, threeTables());

        assertThat(runner.ensureVersionTable()).isTrue();
        assertThat(runner.ensureVersionTable()).isFalse();
        assertThat(runner.status().state()).isEqualTo(Status.State.PENDING);
    }

    @Test
    void namesRevisionsThatThisBuildDoesNotKnow() {
        runner(database, threeTables()).upgrade("head");
        MigrationRunner older = runner(database, threeTables()[0], threeTables()[1]);

        assertThat(older.status().state()).isEqualTo(Status.State.AHEAD);
        assertThatExceptionOfType(UnknownRevisionException.class)
                .isThrownBy(() -> older.upgrade("head"))
                .withMessageContaining("'c'");
    }

    @Test
    void writesAScriptThatDoesWhatTheUpgradeDoes() {
        MigrationRunner runner = runner(database, threeTables());
        String offline = runner.upgradeSql("base:head");
        assertThat(offline).contains("-- Running upgrade b -> c, about c");

        database.execute(offline);

        assertThat(runner.current()).containsExactly("c");
        assertThat(database.query(TABLES)).containsExactly("a", "b", "c");
        database.execute(runner.downgradeSql("c:a"));
        assertThat(runner.current()).containsExactly("a");
        assertThat(runner.upgradeSql("head")).doesNotContain("create table a ").contains("create table c ");
        assertThat(database.query(TABLES)).containsExactly("a");
    }

    @Test
    void writesDownTheSameWhetherItRanOrAScriptOfItDid() {
        ScriptFile commented =
                revision("a", "base", "create table a (id int)", "-- a hazard\ndrop table a; -- done\nselect 1");
        String rows = "select checksum || ' ' || downgrade from aludel_revision";
        MigrationRunner runner = runner(database, commented);
        runner.upgrade("head");
        List<String> ran = database.query(rows);
        runner.downgrade("base");
        database.execute("drop table aludel_revision");

        database.execute(runner.upgradeSql("base:head"));

        assertThat(database.query(rows))
                .isEqualTo(ran)
                .singleElement()
                .asString()
                .endsWith(" drop table a;\nselect 1;");
    }

    @Test
    void worksInTheUnitsOwnSchemaAndLeavesTheSessionAsItWas() throws Exception {
        RunnerSettings settings = new RunnerSettings(
                "Shop",
                null,
                RunnerSettings.VERSION_TABLE,
                Duration.ofSeconds(7),
                10,
                Duration.ofMinutes(2),
                Duration.ofMinutes(1),
                TransactionMode.PER_REVISION,
                CompareSettings.defaults());
        try (Connection pooled = database.open()) {
            runner(() -> unclosed(pooled), settings, threeTables()).upgrade("head");
            assertThat(pooled.createStatement()
                            .executeQuery(
                                    "select 1 where current_setting('search_path') = '\"$user\", public'"
                                            + " and current_setting('lock_timeout') = '0' and current_setting('statement_timeout') = '0'")
                            .next())
                    .isTrue();
        }
        assertThat(
                        database.query(
                                "select schemaname || '.' || tablename from pg_tables where tablename in ('a', 'aludel_revision') order by 1"))
                .containsExactly("Shop.a", "Shop.aludel_revision");
    }

    @Test
    void doesNotTakeAnothersTableForItsOwn() {
        database.execute(
                "create table aludel_revision (revision text, down_revisions text, message text, checksum text,"
                        + " applied_at timestamptz, applied_by text, duration_ms bigint, state text, done text, intent text, ordinal int)");

        assertThatExceptionOfType(UnknownFormatException.class)
                .isThrownBy(() -> runner(database, threeTables()).upgrade("head"))
                .withMessageContaining("aludel.version-table");
    }

    @Test
    void saysInOneLineWhyThereIsNoDatabase() {
        MigrationRunner nowhere = runner(
                () -> DriverManager.getConnection("jdbc:postgresql://127.0.0.1:1/none", "a", "b"),
                RunnerSettings.defaults(),
                threeTables());
        MigrationRunner missing = runner(
                () -> DriverManager.getConnection(database.url().replace("test_", "missing_")),
                RunnerSettings.defaults(),
                threeTables());

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(nowhere::status)
                .withMessageMatching("No connection to the database: .*refused.* Check that the server is running.*");
        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(missing::status)
                .withMessageContaining("does not exist")
                .withMessageContaining("Create the database");
    }

    /** As a pool hands a connection out: closing it gives it back. */
    private static Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }
}
