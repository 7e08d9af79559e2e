package dev.aludel.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aludel.testing.LongRun;
import dev.aludel.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The process that migrates is killed, as {@code kill -9} does, at boundaries between what runs and what is written down of it; the
 * next one finishes the work. Every build tries some boundaries, {@code -Dkills=all} each of them.
 */
class KilledProcessIT {

    private static final String BUILDING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and state = 'active' and query like 'create unique index%'";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static MigrationRunner runner(Checkpoints checkpoints) {
        return TwelveRevisions.runner(DATABASE::open, checkpoints);
    }

    private static Process start(String direction, int boundary) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        MigratingProcess.class.getName(),
                        DATABASE.url(),
                        direction,
                        String.valueOf(boundary))
                .redirectErrorStream(true)
                .start();
    }

    private static void killedAt(String direction, int boundary) throws IOException, InterruptedException {
        Process process = start(direction, boundary);
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.equals("reached")) {
                said.append(line).append('\n');
                line = lines.readLine();
            }
            assertThat(line).as(said.toString()).isEqualTo("reached");
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void anUpgradeIsFinishedByTheNextProcess() throws Exception {
        TwelveRevisions.assertUpgradesAreFinished(DATABASE, 3, boundary -> killedAt("upgrade", boundary));
    }

    @LongRun
    @Test
    void aDowngradeIsFinishedByTheNextProcess() throws Exception {
        TwelveRevisions.assertDowngradesAreFinished(DATABASE, 3, boundary -> killedAt("downgrade", boundary));
    }

    /** The server ends the statement of a client that is gone, and with it the lock. */
    @Test
    void theNextProcessGoesOnWithAStatementThatWasBegun() throws IOException, InterruptedException, SQLException {
        DATABASE.clear();
        runner(Checkpoints.NONE).upgrade("b");
        try (Connection writer = DATABASE.open();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("update t set name = 'z' where id = 1");
            Process process = start("upgrade", -1);
            await().until(() -> DATABASE.query(BUILDING), List.of("1")::equals);
            process.destroyForcibly().waitFor();
            await().until(() -> DATABASE.query(BUILDING), List.of("0")::equals);
            writer.rollback();
        }

        runner(Checkpoints.NONE).upgrade("head");

        assertThat(runner(Checkpoints.NONE).verify().findings()).isEmpty();
        assertThat(DATABASE.query("select indisvalid from pg_index where indexrelid = 'ix'::regclass"))
                .containsExactly("t");
    }
}
