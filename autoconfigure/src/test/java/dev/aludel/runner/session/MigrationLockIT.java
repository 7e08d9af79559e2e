package dev.aludel.runner.session;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static dev.aludel.runner.Runners.script;
import static dev.aludel.runner.Runners.settings;
import static dev.aludel.runner.Runners.threeTables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of many processes one does the work; the others wait, and say for whom. */
class MigrationLockIT {

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
    void waitsForAnotherProcessThatIsInTheMiddleOfARevisionWithoutATransaction() throws Exception {
        runner(database, threeTables()[0]).upgrade("head");
        ScriptFile slow = script(
                "b", "a", "-- transactional: false", "create table b (id int);\nselect pg_sleep(0.5)", "drop table b");
        ExecutorService processes = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> start = () ->
                    runner(database, threeTables()[0], slow).upgrade("head").size();
            int applied = 0;
            for (Future<Integer> end : processes.invokeAll(Collections.nCopies(2, start))) {
                applied += end.get();
            }
            assertThat(applied).isEqualTo(1);
        } finally {
            processes.shutdown();
        }
    }

    @Test
    void letsOneOfManyProcessesDoTheWork() throws Exception {
        ScriptFile[] files = IntStream.range(0, 20)
                .mapToObj(i -> revision(
                        "r" + i, i == 0 ? "base" : "r" + (i - 1), "create table t" + i + " ()", "drop table t" + i))
                .toArray(ScriptFile[]::new);
        ExecutorService processes = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> start =
                    () -> runner(database, files).upgrade("head").size();
            List<Future<Integer>> ends = processes.invokeAll(Collections.nCopies(8, start));
            int applied = 0;
            for (Future<Integer> end : ends) {
                applied += end.get();
            }
            assertThat(applied).isEqualTo(20);
        } finally {
            processes.shutdown();
        }
        assertThat(database.query("select revision from aludel_revision")).hasSize(20);
    }

    @Test
    void saysWhoHoldsTheLockWhenItHasWaitedLongEnough() throws Exception {
        MigrationRunner runner =
                runner(database::open, settings(TransactionMode.PER_REVISION, Duration.ofMillis(100)), threeTables());
        try (Connection other = database.open()) {
            assertThat(new PostgresDialect().lock().tryLock(other, "public.aludel_revision"))
                    .isTrue();
            assertThatExceptionOfType(LockWaitException.class)
                    .isThrownBy(() -> runner.upgrade("head"))
                    .withMessageContaining("PostgreSQL JDBC Driver, user postgres")
                    .withMessageContaining("connected for ")
                    .withMessageContaining("idle for ")
                    .withMessageMatching(".*'select pg_terminate_backend\\(\\d+\\)'.*")
                    .withMessageContaining("aludel.wait-timeout");
        }
        assertThat(runner.upgrade("head")).hasSize(3);
    }
}
