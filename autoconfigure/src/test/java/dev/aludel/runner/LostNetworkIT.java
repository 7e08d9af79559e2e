package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.runner.session.TransactionMode;
import dev.aludel.testing.NetworkNamespace;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The network between a migrating process and its server is cut amid a statement; skipped where no network can be made to be cut. */
class LostNetworkIT {

    private static final String SLEEPS = "select count(*) from pg_stat_activity where wait_event = 'PgSleep'";

    @Test
    void isNoticedByTheServerWhichGivesUpTheLockAndByTheClientWhichSaysSo() throws Exception {
        Optional<NetworkNamespace> made = NetworkNamespace.make();
        assumeTrue(made.isPresent(), "only root on Linux, with iproute2, may make a network namespace");
        try (NetworkNamespace away = made.get();
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "*")
                        .start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            letIn(url);
            Process client = away.start(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    LostNetworkProcess.class.getName(),
                    "jdbc:postgresql://" + away.here() + ":" + server.getPort() + "/postgres?user=postgres"));
            await().atMost(Duration.ofMinutes(2)).until(() -> first(url, SLEEPS), "1"::equals);
            away.cut();

            MigrationRunner other = runner(
                    () -> DriverManager.getConnection(url),
                    Runners.settings(TransactionMode.PER_REVISION, Duration.ofMinutes(2)),
                    revision("a", "base", "select 1", "select 1"));
            assertThat(other.upgrade("heads")).hasSize(1);

            assertThat(client.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("The connection is lost");
        }
    }

    private static void letIn(String url) throws IOException, SQLException {
        Files.writeString(
                Path.of(first(url, "show hba_file")),
                "\nhost all all 10.213.0.0/16 trust\n",
                StandardOpenOption.APPEND);
        first(url, "select pg_reload_conf()");
    }

    private static String first(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
