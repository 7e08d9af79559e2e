package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.autoconfigure.shop.Shop;
import dev.aludel.dialect.Diagnosis;
import dev.aludel.dialect.Diagnosis.Verdict;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.TransactionPoolerException;
import dev.aludel.testing.LocalPgBouncer;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** PgBouncer between an application and its database; skipped where the machine has none. */
@ExtendWith(OutputCaptureExtension.class)
class PgBouncerIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static Optional<LocalPgBouncer> bouncer = Optional.empty();

    @TempDir
    private Path folder;

    private Shop shop = new Shop(DATABASE, Path.of(""));

    @BeforeAll
    static void start() throws IOException {
        bouncer = LocalPgBouncer.start(DATABASE, false);
        assumeTrue(bouncer.isPresent(), "this machine has no PgBouncer");
    }

    @AfterAll
    static void stop() throws IOException {
        if (bouncer.isPresent()) {
            bouncer.get().close();
        }
    }

    @BeforeEach
    void prepare() {
        DATABASE.clear();
        shop = new Shop(DATABASE, folder.resolve("revisions")).withTheFirstRevision();
    }

    private static String url(String pool) {
        return bouncer.orElseThrow().url(pool);
    }

    private static String at(String pool) {
        return "spring.datasource.url=" + url(pool);
    }

    /** What the server's sessions behind a pool are set to. */
    private static List<String> settings(String pool) throws SQLException {
        List<String> settings = new ArrayList<>();
        List<Connection> clients = new ArrayList<>();
        for (int i = 0; i < (pool.equals("narrow") ? 1 : 6); i++) {
            Connection client = DriverManager.getConnection(url(pool));
            clients.add(client);
            client.setAutoCommit(!pool.equals("transaction"));
            try (Statement statement = client.createStatement();
                    ResultSet row = statement.executeQuery("select current_setting('lock_timeout')"
                            + " || current_setting('search_path') || current_setting('idle_session_timeout')")) {
                row.next();
                settings.add(row.getString(1));
            }
        }
        for (Connection client : clients) {
            client.close();
        }
        return settings;
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "narrow", "statement"})
    void refusesToStartWithPendingRevisionsWhereNoSessionIsKept(String pool, CapturedOutput output) throws Exception {
        assertThatThrownBy(() -> shop.start(at(pool))).isInstanceOf(TransactionPoolerException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("'" + bouncer.orElseThrow().address() + "' goes through a transaction-mode pooler")
                .contains("Set aludel.datasource.url");
        assertThat(shop.hasTable("customer")).isFalse();
        assertThat(shop.hasTable("aludel_revision")).isFalse();
        assertThat(DATABASE.query("select 1 from pg_locks where locktype = 'advisory'"))
                .isEmpty();
        assertThat(settings(pool)).containsOnly("0\"$user\", public0");
    }

    @Test
    void refusesWhatACommandWouldWrite() {
        try (var context = shop.start(at("transaction"), "aludel.mode=off")) {
            MigrationRunner runner = context.getBean(MigrationRunner.class);

            assertThatThrownBy(() -> runner.upgrade("head")).isInstanceOf(TransactionPoolerException.class);
            assertThatThrownBy(() -> runner.stamp("head")).isInstanceOf(TransactionPoolerException.class);
            assertThatThrownBy(runner::createAll).isInstanceOf(TransactionPoolerException.class);
            assertThat(runner.status().pending()).hasSize(1);
        }
        assertThat(shop.hasTable("aludel_revision")).isFalse();
    }

    @Test
    void recognisesAPoolThatHandsOutItsSessionsInTurn() throws Exception {
        try (LocalPgBouncer turning = LocalPgBouncer.start(DATABASE, true).orElseThrow()) {
            warm(turning.url("transaction"));
            assertThatThrownBy(() -> shop.start("spring.datasource.url=" + turning.url("transaction")))
                    .isInstanceOf(TransactionPoolerException.class);
        }
    }

    /** Several of the server's sessions wait behind the pool. */
    private static void warm(String url) throws SQLException {
        List<Connection> clients = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Connection client = DriverManager.getConnection(url);
            clients.add(client);
            client.setAutoCommit(false);
            try (Statement statement = client.createStatement()) {
                statement.execute("select 1");
            }
        }
        for (Connection client : clients) {
            client.close();
        }
    }

    @Test
    void startsAtHeadAndComparesAndLeavesTheSessionsAsTheyAre(CapturedOutput output) throws SQLException {
        shop.start().close();
        shop.start(at("transaction"), "spring.datasource.hikari.maximum-pool-size=1")
                .close();

        assertThat(output).containsOnlyOnce("1111, make 1111");
        assertThat(output.toString().split("Database is at head 1111 and equal to the metamodel", -1))
                .hasSize(3);
        assertThat(settings("transaction")).containsOnly("0\"$user\", public0");
    }

    @Test
    void startsAtHeadWithoutTheComparisonWhereNamesLeadElsewhere(CapturedOutput output) {
        String schema = "spring.jpa.properties.hibernate.default_schema=shop";
        DATABASE.execute("create schema shop");
        shop.start(schema).close();
        shop.start(at("transaction"), schema).close();

        assertThat(output).containsPattern("WARN.*Database is at head 1111 and not compared.*aludel.datasource.url");
    }

    @Test
    void upgradesAroundThePoolerByTheServersOwnAddress() {
        shop.start(at("transaction"), "aludel.datasource.url=" + DATABASE.url()).close();

        assertThat(shop.hasTable("customer")).isTrue();
    }

    @Test
    void upgradesThroughAPoolerOfSessions() {
        try (var context = shop.start(at("session"))) {
            assertThat(shop.hasTable("customer")).isTrue();
            assertThat(pooler(context.getBean(MigrationRunner.class)).verdict()).isEqualTo(Verdict.OK);
        }
    }

    @Test
    void upgradesThroughAPoolerOfOneSessionWhereTheApplicationHoldsNone() {
        shop.start(at("alone"), "spring.datasource.type=org.springframework.jdbc.datasource.SimpleDriverDataSource")
                .close();

        assertThat(shop.hasTable("customer")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "narrow", "statement"})
    void isExamined(String pool) {
        try (var context = shop.start(at(pool), "aludel.mode=off")) {
            Diagnosis pooler = pooler(context.getBean(MigrationRunner.class));

            assertThat(pooler.verdict()).isEqualTo(Verdict.PROBLEM);
            assertThat(pooler.message()).contains(bouncer.orElseThrow().address());
            assertThat(pooler.remedy()).contains("aludel.datasource.url");
        }
    }

    private static Diagnosis pooler(MigrationRunner runner) {
        return runner.examine().stream()
                .filter(diagnosis -> diagnosis.subject().equals("pooler"))
                .findFirst()
                .orElseThrow();
    }
}
