package dev.aludel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes of one application that start at once: each revision is applied once, and all of them get ready. Every build starts a few;
 * {@code -Dreplicas=20 -Druns=10} as many, so often.
 */
class ReplicasIT {

    private static final int REPLICAS = Integer.getInteger("replicas", 3);
    private static final int RUNS = Integer.getInteger("runs", 1);
    private static final String HEAD = "5d20c1b3f7aa";

    /** The server has a hundred connections for all. */
    private static final String SMALL_POOL = "--spring.datasource.hikari.maximum-pool-size=2";

    private static final String BUILDING =
            "select count(*) from pg_stat_activity where state = 'active' and query like 'create index concurrently%'";

    private final Project project;

    ReplicasIT(@TempDir Path folder) throws IOException {
        this.project = Project.copiedTo(folder);
    }

    @BeforeEach
    void threeMoreRevisions() throws IOException, SQLException {
        write("a1", HEAD, "", "create table notes (id bigint primary key, text text);", "drop table notes;");
        write(
                "b2",
                "a1",
                "-- transactional: false\n",
                "create index concurrently users_by_city on users (city);",
                "drop index concurrently users_by_city;");
        write("c3", "b2", "", "insert into notes values (1, 'once');", "delete from notes;");
        project.build();
        TestServer.empty();
    }

    private void write(String id, String parent, String headers, String upgrade, String downgrade) throws IOException {
        project.write(
                "20261123_00000" + id.charAt(1) + "_" + id + ".sql",
                "-- revision: %s\n-- down-revision: %s\n%s\n-- upgrade\n%s\n\n-- downgrade\n%s\n"
                        .formatted(id, parent, headers, upgrade, downgrade));
    }

    @Test
    void migrateAnEmptyDatabaseOnce() throws Exception {
        for (int run = 1; run <= RUNS; run++) {
            TestServer.empty();
            startAtOnce(8);
        }
    }

    @Test
    @Tag("laws")
    void migrateOneThatIsThreeRevisionsBehindOnce() throws Exception {
        for (int run = 1; run <= RUNS; run++) {
            TestServer.empty();
            assertThat(project.jar("upgrade", HEAD).exitCode()).isZero();
            startAtOnce(3);
        }
    }

    /** As a service manager stops it, while the index waits for a transaction. */
    @Test
    @Tag("laws")
    void oneThatIsStoppedAmidAnIndexIsFollowedByOneThatGoesOn() throws Exception {
        assertThat(project.jar("upgrade", "a1").exitCode()).isZero();
        try (Connection writer = TestServer.connect();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("lock table users in row exclusive mode");
            Process stopped = project.launch();
            await().atMost(Duration.ofMinutes(1)).until(() -> query(BUILDING), List.of("1")::equals);
            stopped.destroy();
            assertThat(stopped.waitFor()).isNotZero();
            writer.rollback();
        }

        try (RunningBookshop next = project.start()) {
            isReady(next);
        }
        assertThat(query("select revision from aludel_revision where revision ~ '^[abc][123]$'"))
                .containsExactly("a1", "b2", "c3");
        assertThat(query("select indisvalid from pg_index where indexrelid = 'users_by_city'::regclass"))
                .containsExactly("t");
    }

    /** @param pending how many revisions are to be applied */
    private void startAtOnce(int pending) throws InterruptedException, ExecutionException {
        List<RunningBookshop> bookshops = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(REPLICAS);
        try {
            Callable<RunningBookshop> start = () -> project.start(SMALL_POOL);
            for (Future<RunningBookshop> started : threads.invokeAll(
                    Stream.generate(() -> start).limit(REPLICAS).toList())) {
                bookshops.add(started.get());
            }
            bookshops.forEach(ReplicasIT::isReady);
            assertThat(bookshops.stream().flatMap(ReplicasIT::upgrades))
                    .hasSize(pending)
                    .doesNotHaveDuplicates();
        } finally {
            threads.shutdown();
            bookshops.forEach(RunningBookshop::close);
        }
    }

    private static void isReady(RunningBookshop bookshop) {
        bookshop.client()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
        bookshop.client()
                .get()
                .uri("/actuator/aludel")
                .exchange()
                .expectBody()
                .jsonPath("$.units.default.pending.length()")
                .isEqualTo(0);
    }

    private static Stream<String> upgrades(RunningBookshop bookshop) {
        return bookshop.log()
                .lines()
                .filter(line -> line.contains("Running upgrade"))
                .map(line -> line.substring(line.indexOf("Running upgrade")));
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection connection = TestServer.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
