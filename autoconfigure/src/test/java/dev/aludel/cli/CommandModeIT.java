package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.cli.application.ForgetfulApplication;
import dev.aludel.cli.application.TwofoldApplication;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application must not do when it is asked a command, and how a command fails. */
class CommandModeIT {

    private static final String NOWHERE = "--spring.datasource.url=jdbc:postgresql://localhost:1/none";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    static Path folder;

    private static Shop shop = new Shop(Path.of(""), Object.class, List.of(), Map.of());

    @BeforeAll
    static void open() {
        shop = Shop.in(folder);
        DATABASE.execute("create table customer (id bigint primary key)");
        shop.with(NOWHERE).aludel("revision", "-m", "begin", "--rev-id", "aa11");
    }

    @Test
    void helpAndMistakesNeedNoApplication() {
        Shop broken = shop.with("--spring.config.import=file:missing.yml");

        Shop.Result help = broken.aludel("upgrade", "--help");
        Shop.Result mistake = broken.aludel("upgrde");

        assertThat(help.exitCode()).isZero();
        assertThat(help.answer()).startsWith("Usage: aludel upgrade ").contains("aludel upgrade +1");
        assertThat(mistake.exitCode()).isEqualTo(2);
        assertThat(mistake.answer()).isEmpty();
        assertThat(mistake.errorLines()).first().isEqualTo("aludel: There is no command 'upgrde'.");
    }

    @Test
    void commandsOnFilesNeedNoDatabase() {
        Shop.Result history = shop.with(NOWHERE).aludel("history");
        Shop.Result show = shop.with(NOWHERE).aludel("show", "head");

        assertThat(history.answerLines()).as(history.err()).containsExactly("<base> -> aa11 (head), begin");
        assertThat(show.exitCode()).isZero();
    }

    /** Neither Hibernate nor a pool is as much as loaded: it is what makes a command slow. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "heads --verbose",
                "branches",
                "history --dot",
                "show head --json",
                "upgrade base:head --sql --idempotent",
                "downgrade head:base --sql",
                "stamp base:head --sql",
                "stamp --purge head --sql",
                "ensure-version --sql",
                "revision -m next --aludel.write-location=target/other",
                "merge heads --rev-id aa11 --json"
            })
    void whatNeedsNoDatabaseStartsNoHibernate(String line) throws IOException {
        Path loaded = folder.resolve("target/loaded");
        Shop.Result result = shop.with(NOWHERE)
                .withVariable("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded)
                .aludel(line.split(" "));

        assertThat(result.exitCode()).as(result.err()).isEqualTo(line.startsWith("merge") ? 1 : 0);
        assertThat(Files.readString(loaded))
                .contains(" dev.aludel.command.Commands ")
                .doesNotContain(" org.hibernate.internal.SessionFactoryImpl ")
                .doesNotContain(" com.zaxxer.hikari.pool.HikariPool ");
    }

    @Test
    void withoutADatabaseOneLineSaysSo() {
        for (String command : List.of("current", "compare", "create-all")) {
            fails(shop.with(NOWHERE).aludel(command), "No connection to the database");
        }
        fails(shop.with(NOWHERE).aludel("revision", "--autogenerate"), "No connection to the database");
    }

    @Test
    void verboseTellsTheStackTraceToo() {
        Shop.Result result = shop.with(NOWHERE).aludel("current", "--verbose");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("DatabaseUnavailableException", "\tat dev.aludel");
        assertThat(result.answer()).isEmpty();
    }

    @Test
    void switchedOffItFailsInsteadOfStarting() {
        fails(shop.with(NOWHERE, "--aludel.enabled=false").aludel("current"), "Aludel is switched off");
    }

    @Test
    void aBrokenConfigurationIsOneLine() {
        fails(shop.with("--spring.config.import=file:missing.yml").aludel("heads"), "missing.yml");
        fails(shop.with(NOWHERE, "--aludel.mode=nonsense").aludel("heads"), "aludel.mode");
        fails(
                shop.with("--spring.autoconfigure.exclude="
                                + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
                        .aludel("heads"),
                "has no DataSource");
    }

    @Test
    void answersForAMainThatDropsItsArgumentsAndInsistsOnAServer() {
        Shop.Result result = shop.withMain(ForgetfulApplication.class)
                .withVariable("ALUDEL_COMMAND", "history -i")
                .withVariable("SHOP_URL", DATABASE.url())
                .run(List.of());

        assertThat(result.answerLines()).as(result.err()).containsExactly("<base> -> aa11 (head), begin");
        assertThat(result.errorLines()).containsExactly("PREPARED");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void theFirstApplicationOfAJvmAnswers() {
        Shop.Result result =
                shop.withMain(TwofoldApplication.class).with(NOWHERE).aludel("heads");

        assertThat(result.answerLines()).as(result.err()).containsExactly("aa11 (head), begin");
        assertThat(result.err()).contains("FIRST true");
    }

    @Test
    void withoutTheWordItIsTheApplicationItself() {
        Shop.Result result = shop.with(NOWHERE, "--server.port=0").run(List.of("history"));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err() + result.out()).contains("Application run failed");
    }

    private static void fails(Shop.Result result, String message) {
        assertThat(result.errorLines())
                .singleElement()
                .asString()
                .startsWith("aludel: ")
                .contains(message);
        assertThat(result.answer()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }
}
