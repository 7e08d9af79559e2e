package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aludel.AludelException;
import dev.aludel.autoconfigure.shop.Shop;
import dev.aludel.command.Commands;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Nothing that Aludel says holds a password. */
@ExtendWith(OutputCaptureExtension.class)
class PasswordsIT {

    private static final String OWNER = "aludel.datasource.password=s3cr3t";
    private static final String DEBUG = "logging.level.dev.aludel=debug";
    private static final String POOL_DEBUG = "logging.level.com.zaxxer.hikari=debug";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private Shop shop = new Shop(database, Path.of(""));

    @BeforeEach
    void prepare() {
        shop = new Shop(database, folder.resolve("revisions")).withTheFirstRevision();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private static String get(String port, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void areSaidNowhereWhenAllIsWell(CapturedOutput output) throws Exception {
        List<String> said = new ArrayList<>();
        try (var context = shop.builder(
                        Shop.Application.class,
                        "spring.datasource.url=" + database.url() + "&password=hush",
                        "aludel.datasource.username=postgres",
                        OWNER,
                        DEBUG,
                        POOL_DEBUG,
                        "logging.level.org.hibernate=warn", // its own line about the pool has the whole URL
                        "server.port=0",
                        "management.endpoints.web.exposure.include=aludel,health",
                        "management.endpoint.health.show-details=always")
                .web(WebApplicationType.SERVLET)
                .run()) {
            String port = context.getEnvironment().getRequiredProperty("local.server.port");
            said.add(get(port, "/actuator/aludel"));
            said.add(get(port, "/actuator/health"));
            assertThat(said).noneMatch(String::isEmpty);
            said.add(context.getBean(MigrationRunner.class).examine().toString());
            said.add(context.getBean(AludelProperties.class).toString());
            said.add(String.valueOf(context.getBean(MigratedDatabase.class).dataSource()));
        }
        assertThat(shop.hasTable("customer")).isTrue();
        said.add(output.toString());
        assertThat(said).noneMatch(text -> text.contains("hush") || text.contains("s3cr3t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:1/none?user=u&password=hush",
                "jdbc:postgresql://u:hush@localhost:1/none",
                "jdbc:postgresql://u:hush@localhost/none",
                "jdbc:postgresql://localhost:port/none?password=hush",
                "jdbc:nonsense://localhost/none?password=hush"
            })
    void areSaidNowhereWhenTheOwnerGetsNoConnection(String url, CapturedOutput output) {
        Throwable failure = catchThrowable(() -> shop.start(
                "aludel.datasource.url=" + url, "aludel.datasource.username=owner", OWNER, DEBUG, POOL_DEBUG));

        assertThat(failure).isInstanceOf(AludelException.class);
        assertThat(trace(failure)).doesNotContain("hush").doesNotContain("s3cr3t");
        assertThat(output).contains("APPLICATION FAILED").doesNotContain("hush").doesNotContain("s3cr3t");
    }

    @Test
    void areSaidNowhereWhenTheApplicationGetsNoConnection() {
        Throwable failure = catchThrowable(() -> shop.start(
                "spring.datasource.url=jdbc:postgresql://u:hush@localhost:1/none",
                "spring.datasource.password=s3cr3t",
                "spring.jpa.hibernate.ddl-auto=none",
                "spring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect",
                "spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false"));

        assertThat(failure).isInstanceOf(AludelException.class);
        assertThat(trace(failure)).doesNotContain("hush").doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:1/none?user=u&password=hush",
                "jdbc:postgresql://u:hush@localhost/none",
                "jdbc:postgresql://localhost:port/none?password=hush",
                "jdbc:nonsense://localhost/none?password=hush"
            })
    void areSaidNowhereWhenThereIsNoScratchDatabase(String url, CapturedOutput output) {
        try (var context = shop.start("aludel.mode=off", "spring.datasource.password=s3cr3t", DEBUG, POOL_DEBUG)) {
            Throwable failure =
                    catchThrowable(() -> context.getBean(Commands.class).lint("base:head", url));

            assertThat(failure).isInstanceOf(AludelException.class);
            assertThat(trace(failure)).doesNotContain("hush").doesNotContain("s3cr3t");
        }
        assertThat(output).doesNotContain("hush").doesNotContain("s3cr3t");
    }
}
