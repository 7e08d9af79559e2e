package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static dev.aludel.runner.Runners.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.compare.CompareSettings;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.session.ConnectionSource;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.TransactionMode;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who keeps a revision waiting is named. */
@ExtendWith(OutputCaptureExtension.class)
class BlockedIT {

    private static final ScriptFile TABLE = revision("a", "base", "create table t (id int)", "drop table t");
    private static final ScriptFile COLUMN =
            revision("b", "a", "alter table t add column x int", "alter table t drop column x");

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void prepare() {
        database.execute("drop role if exists clerk", "create role clerk login");
        runner(database, TABLE).upgrade("head");
    }

    @AfterEach
    void drop() {
        database.execute("drop owned by clerk", "drop role clerk");
        database.close();
    }

    private static RunnerSettings hasty(int retries, TransactionMode transaction) {
        return new RunnerSettings(
                null,
                null,
                RunnerSettings.VERSION_TABLE,
                Duration.ofMillis(500),
                retries,
                null,
                Duration.ofMinutes(1),
                transaction,
                CompareSettings.defaults());
    }

    private MigrationRunner hasty(ScriptFile... files) {
        return runner(database::open, hasty(3, TransactionMode.PER_REVISION), files);
    }

    /** A session in the middle of a transaction. */
    private Connection shop(String statement) throws SQLException {
        Connection shop = database.open();
        shop.setClientInfo("ApplicationName", "shop");
        shop.setAutoCommit(false);
        execute(shop, statement);
        return shop;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid() from t")) {
            return row.next() ? row.getString(1) : "none";
        }
    }

    @Test
    void withItsApplicationStateAndStatementWhenTheRetriesGiveUp(CapturedOutput output) throws SQLException {
        database.execute("insert into t values (1)");
        try (Connection shop = shop("select 1")) {
            String pid = pid(shop);

            assertThatThrownBy(() -> hasty(TABLE, COLUMN).upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("Revision 'b' failed")
                    .hasMessageContaining(
                            "It waited for pid " + pid + " (shop, user postgres, idle in transaction for ")
                    .hasMessageContaining(": 'select pg_backend_pid() from t')")
                    .hasMessageContaining("select pg_terminate_backend(" + pid + ")")
                    .hasMessageContaining("aludel.lock-timeout")
                    .hasMessageNotContaining("\n")
                    .hasMessageNotContaining("mend the script");
            assertThat(output).containsPattern("which is held by pid " + pid + " \\(shop.*; trying again \\(3 of 3\\)");
        }
        assertThat(hasty(TABLE, COLUMN).upgrade("head")).hasSize(1);
    }

    @Test
    void whereAllRevisionsShareATransactionToo() throws SQLException {
        try (Connection shop = shop("lock table t in share mode")) {
            MigrationRunner runner = runner(database::open, hasty(3, TransactionMode.ALL), TABLE, COLUMN);
            assertThatThrownBy(() -> runner.upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("(shop, ")
                    .hasMessageContaining("'lock table t in share mode'");
            assertThat(shop.isClosed()).isFalse();
        }
    }

    @Test
    void byItsNumberAloneWhereTheRoleMaySeeNoMore() throws SQLException {
        database.execute(
                "grant all on schema public to clerk",
                "grant all on aludel_revision to clerk",
                "alter table t owner to clerk");
        ConnectionSource clerk =
                () -> DriverManager.getConnection(database.url().replace("user=postgres", "user=clerk"));
        MigrationRunner runner = runner(clerk, hasty(3, TransactionMode.PER_REVISION), TABLE, COLUMN);
        try (Connection shop = shop("lock table t in share mode")) {
            assertThatThrownBy(() -> runner.upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("It waited for pid ")
                    .hasMessageNotContaining("in share mode")
                    .hasMessageNotContaining("privilege");
            assertThat(shop.isClosed()).isFalse();
        }
    }

    @Test
    void inTheLogWhileAnIndexWaitsForOldTransactions(CapturedOutput output) throws Exception {
        ScriptFile index = script(
                "b",
                "a",
                "-- transactional: false",
                "create index concurrently ix on t (id)",
                "drop index concurrently ix");
        CompletableFuture<Integer> upgrade;
        try (Connection shop = shop("insert into t values (7)")) {
            upgrade = CompletableFuture.supplyAsync(
                    () -> hasty(TABLE, index).upgrade("head").size());
            while (!output.toString().contains("Revision b waits for pid ")) {
                assertThat(upgrade).isNotDone();
            }
            assertThat(output)
                    .contains("(shop, user postgres, idle in transaction for ")
                    .contains("'insert into t values (7)'")
                    .contains("create index concurrently is waiting for writers");
            shop.rollback();
        }
        assertThat(upgrade.get(1, TimeUnit.MINUTES)).isEqualTo(1);
    }

    @Test
    void costsNoConnectionWhereNobodyWaits() {
        AtomicInteger opened = new AtomicInteger();
        ConnectionSource counting = () -> {
            opened.incrementAndGet();
            return database.open();
        };

        runner(counting, RunnerSettings.defaults(), TABLE, COLUMN).upgrade("head");

        assertThat(opened).hasValue(2); // one looks, one works
    }
}
