package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static dev.aludel.runner.Runners.script;
import static dev.aludel.runner.Runners.threeTables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.runner.session.ConnectionSource;
import dev.aludel.runner.session.KeptConnection;
import dev.aludel.runner.session.LockLostException;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The session of a migration stays for as long as that takes, and nobody else has it. */
class MigrationSessionIT {

    private static final String IDLE_FOR_LONG = "select pid from pg_stat_activity where application_name = 'aludel'"
            + " and datname = current_database() and state = 'idle' and clock_timestamp() - state_change > interval '1100 ms'";

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void makeImpatientRole() {
        database.execute(
                "drop role if exists impatient",
                "create role impatient login superuser",
                "alter role impatient set idle_session_timeout = '1s'",
                "alter role impatient set idle_in_transaction_session_timeout = '1s'");
        if (TestDatabase.serverVersion() >= 17) {
            database.execute("alter role impatient set transaction_timeout = '1s'");
        }
    }

    @AfterEach
    void drop() {
        database.close();
        try (Connection other =
                        DriverManager.getConnection(database.url().replace("/" + database.name(), "/postgres"));
                Statement statement = other.createStatement()) {
            statement.execute("drop role impatient");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection asImpatient() throws SQLException {
        return DriverManager.getConnection(database.url().replace("user=postgres", "user=impatient"));
    }

    private MigrationRunner impatient(ScriptFile... files) {
        return runner(this::asImpatient, RunnerSettings.defaults(), files);
    }

    @Test
    void isNotEndedWhileItPausesBetweenBatches() {
        ScriptFile table = revision(
                "a", "base", "create table t as select n as id, 0 as x from generate_series(1, 2) n", "drop table t");
        ScriptFile batches = script(
                "b",
                "a",
                "-- transactional: false",
                "-- batch: key id, size 1, pause 1500ms\nupdate t set x = 1",
                "select 1");

        assertThat(impatient(table, batches).upgrade("head")).hasSize(2);
        assertThat(database.query("select sum(x) from t")).containsExactly("2");
    }

    @Test
    void isNotEndedByATransactionThatTakesItsTime() {
        assertThat(impatient(revision("a", "base", "select pg_sleep(1.5)", "select 1"))
                        .upgrade("head"))
                .hasSize(1);
    }

    @Test
    void isNotEndedWhileItWaitsForAnotherProcess() throws Exception {
        CompletableFuture<Integer> upgrade;
        try (Connection other = database.open()) {
            new PostgresDialect().lock().tryLock(other, "public.aludel_revision");
            upgrade = CompletableFuture.supplyAsync(
                    () -> impatient(threeTables()).upgrade("head").size());
            while (database.query(IDLE_FOR_LONG).isEmpty()) {
                assertThat(upgrade).isNotDone();
            }
        }

        assertThat(upgrade.get(1, TimeUnit.MINUTES)).isEqualTo(3);
    }

    @Test
    void waitsForAStatementForLongerThanTheApplicationWaitsForAny() {
        ConnectionSource hasty = () -> DriverManager.getConnection(database.url() + "&socketTimeout=1");

        assertThat(runner(hasty, RunnerSettings.defaults(), revision("a", "base", "select pg_sleep(1.5)", "select 1"))
                        .upgrade("head"))
                .hasSize(1);
    }

    @Test
    void givesBackAPooledConnectionAsItCame() throws Exception {
        try (Connection pooled = database.open()) {
            pooled.setNetworkTimeout(Runnable::run, 12_345);
            String settings = settings(pooled);
            ConnectionSource pool = () -> KeptConnection.of(pooled, KeptConnection.Ends.PASSED_ON);

            runner(pool, RunnerSettings.defaults(), threeTables()).upgrade("head");

            assertThat(settings(pooled)).isEqualTo(settings);
            assertThat(pooled.getNetworkTimeout()).isEqualTo(12_345);
        }
    }

    private static String settings(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select string_agg(name || '=' || setting, ' ' order by name)"
                        + " from pg_settings where name <> 'transaction_isolation'")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void losesNothingUnnoticedWhenARevisionGivesUpTheLock() {
        MigrationRunner runner = runner(
                database,
                threeTables()[0],
                revision("b", "a", "create table b (); select pg_advisory_unlock_all()", "drop table b"));

        assertThatThrownBy(() -> runner.upgrade("head"))
                .isInstanceOf(LockLostException.class)
                .hasMessageContaining("'b' gave up the lock")
                .hasMessageContaining("Remove");

        assertThat(runner.current()).containsExactly("a");
        assertThat(database.query("select to_regclass('b')").get(0)).isNull();
    }

    @Test
    void writesNothingMoreWhenARevisionWithoutATransactionDiscardsTheLock() {
        ScriptFile discards =
                script("b", "a", "-- transactional: false", "create table b ();\ndiscard all", "drop table b");
        ScriptFile mended = script("b", "a", "-- transactional: false", "create table b ()", "drop table b");

        assertThatThrownBy(() -> runner(database, threeTables()[0], discards).upgrade("head"))
                .isInstanceOf(LockLostException.class)
                .hasMessageContaining("discard all");

        assertThat(runner(database, threeTables()[0], mended).upgrade("head")).hasSize(1);
        assertThat(database.query("select to_regclass('b')")).containsExactly("b");
    }
}
