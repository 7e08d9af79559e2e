package dev.aludel.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autoconfigure.shop.Shop;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The endpoint, health and readiness as seen over HTTP. */
class AludelEndpointIT {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final HttpClient client = HttpClient.newHttpClient();
    private Shop shop = new Shop(database, Path.of(""));

    @BeforeEach
    void prepare() {
        shop = new Shop(database, folder.resolve("revisions")).withTheFirstRevision();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void showsWhereTheDatabaseStands() throws Exception {
        try (var context = start()) {
            JsonNode answer = json(get(context, "/actuator/aludel"));
            assertThat(answer.path("status").asString()).isEqualTo("UP_TO_DATE");

            JsonNode unit = answer.path("units").path("default");
            assertThat(unit.path("status").asString()).isEqualTo("UP_TO_DATE");
            assertThat(unit.path("current").toString()).isEqualTo("[\"1111\"]");
            assertThat(unit.path("heads").toString()).isEqualTo("[\"1111\"]");
            assertThat(unit.path("pending").toString()).isEqualTo("[]");
            assertThat(unit.path("drift").toString()).isEqualTo("[]");
            assertThat(unit.path("comparedAt").asString()).startsWith("20");
            JsonNode applied = unit.path("applied").path(0);
            assertThat(applied.path("id").asString()).isEqualTo("1111");
            assertThat(applied.path("message").asString()).isEqualTo("make 1111");
            assertThat(applied.path("checksum").asString()).hasSize(64);
            assertThat(applied.path("appliedAt").asString()).startsWith("20");
            assertThat(applied.path("appliedBy").asString()).contains("postgres");
            assertThat(applied.path("duration").asString()).startsWith("PT");
        }
    }

    @Test
    void showsWhatIsPendingSinceTheStart() throws Exception {
        try (var context = start()) {
            shop.withRevision("2222", "1111", "create table a (x int);", "drop table a;");

            JsonNode unit = json(get(context, "/actuator/aludel")).path("units").path("default");
            assertThat(unit.path("status").asString()).isEqualTo("PENDING");
            assertThat(unit.path("pending").path(0).path("id").asString()).isEqualTo("2222");
            assertThat(shop.hasTable("a")).isFalse();
        }
    }

    @Test
    void showsTheDriftOfTheLastComparisonAndWhatIsLeftAlone() throws Exception {
        shop.start().close();
        database.execute("alter table customer drop column name", "create table foreign_one (x int)");

        try (var context = start()) {
            JsonNode unit = json(get(context, "/actuator/aludel")).path("units").path("default");
            assertThat(unit.path("status").asString()).isEqualTo("DRIFTED");
            assertThat(unit.path("drift").path(0).asString())
                    .isEqualTo("add column customer.name varchar(255), from Customer.name");
            assertThat(unit.path("unmanaged").toString()).contains("foreign_one");
        }
    }

    @Test
    void showsOneRevisionWithItsSqlToWhomItMayBeShown() throws Exception {
        try (var context = start()) {
            JsonNode hidden = json(get(context, "/actuator/aludel/1111"));
            assertThat(hidden.path("id").asString()).isEqualTo("1111");
            assertThat(hidden.path("upgrade").asString()).isEqualTo("******");
        }
        try (var context = start("management.endpoint.aludel.show-sql=always")) {
            JsonNode shown = json(get(context, "/actuator/aludel/11"));
            assertThat(shown.path("id").asString()).isEqualTo("1111");
            assertThat(shown.path("upgrade").asString()).isEqualTo(Shop.CREATE);
            assertThat(shown.path("downgrade").asString()).isEqualTo(Shop.DROP);
        }
    }

    @Test
    void doesNotFindAnUnknownRevision() throws Exception {
        try (var context = start()) {
            assertThat(get(context, "/actuator/aludel/4711").statusCode()).isEqualTo(404);
            assertThat(get(context, "/actuator/aludel/a:b").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void isNotExposedUnlessTheUserDoes() throws Exception {
        try (var context = start("management.endpoints.web.exposure.include=health")) {
            assertThat(get(context, "/actuator/aludel").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void isDownOnlyAfterAnInterruptedRevision() throws Exception {
        try (var context = start()) {
            JsonNode up = json(get(context, "/actuator/health/aludel"));
            assertThat(up.path("status").asString()).isEqualTo("UP");
            assertThat(up.path("details").path("status").asString()).isEqualTo("UP_TO_DATE");

            database.execute("update aludel_revision set state = 'upgrading'");
            HttpResponse<String> down = get(context, "/actuator/health/aludel");
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(json(down).path("details").path("status").asString()).isEqualTo("INTERRUPTED");
        }
    }

    @Test
    void givesNoHealthWhereItIsSwitchedOff() throws Exception {
        try (var context = start("management.health.aludel.enabled=false")) {
            assertThat(get(context, "/actuator/health/aludel").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void readinessRefusesUntilTheUpgradeIsDone() throws Exception {
        database.execute("create table gate (x int)");
        shop.withRevision("2222", "1111", "alter table gate add column y int;", "alter table gate drop column y;");
        CompletableFuture<Integer> port = new CompletableFuture<>();
        try (Connection connection = database.open()) {
            hold(connection, "lock table gate");
            CompletableFuture<ConfigurableApplicationContext> started =
                    CompletableFuture.supplyAsync(() -> start(port));
            int known = port.get(60, TimeUnit.SECONDS);

            await(() -> status(known, "/actuator/health/liveness") == 200);
            assertThat(status(known, "/actuator/health/readiness")).isEqualTo(503);
            assertThat(started).isNotDone();

            connection.rollback();
            try (var context = started.get(60, TimeUnit.SECONDS)) {
                assertThat(status(known, "/actuator/health/readiness")).isEqualTo(200);
                assertThat(context.isActive()).isTrue();
            }
        }
    }

    private static void hold(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private ConfigurableApplicationContext start(CompletableFuture<Integer> port) {
        return shop.builder(
                        Shop.Application.class,
                        web("aludel.lock-timeout=60s", "management.endpoint.health.probes.enabled=true"))
                .listeners((ApplicationListener<WebServerInitializedEvent>)
                        event -> port.complete(event.getWebServer().getPort()))
                .run();
    }

    private ConfigurableApplicationContext start(String... properties) {
        return shop.builder(Shop.Application.class, web(properties)).run();
    }

    private static String[] web(String... properties) {
        return Stream.concat(
                        Stream.of(
                                "server.port=0",
                                "management.endpoints.web.exposure.include=health,aludel",
                                "management.endpoint.health.show-details=always"),
                        Arrays.stream(properties))
                .toArray(String[]::new);
    }

    private HttpResponse<String> get(ConfigurableApplicationContext context, String path) throws Exception {
        return get(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class), path);
    }

    private int status(int port, String path) throws IOException, InterruptedException {
        return get(port, path).statusCode();
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + port + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return new JsonMapper().readTree(response.body());
    }
}
