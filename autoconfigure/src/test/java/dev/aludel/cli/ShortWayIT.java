package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.LongRun;
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

/** A command that only reads says the same, and ends the same, whether or not the whole application is configured for it. */
class ShortWayIT {

    private static final String NOWHERE = "jdbc:postgresql://localhost:1/none";

    /** What an application excludes it may exclude for a reason, so that it is configured as a whole. */
    private static final String WHOLE =
            "--spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    static Path folder;

    private static Shop shop = new Shop(Path.of(""), Object.class, List.of(), Map.of());

    @BeforeAll
    static void open() {
        shop = Shop.in(folder).withDatabase(DATABASE.url());
        shop.aludel("revision", "-m", "begin", "--rev-id", "aa11");
        shop.aludel("revision", "-m", "one", "--rev-id", "bb22");
        shop.aludel("revision", "-m", "another", "--rev-id", "cc33", "--head", "aa11", "--splice");
        shop.aludel("upgrade", "bb22");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history -i",
                "show current --json",
                "status --json",
                "current --check-heads",
                "status --spring.datasource.url=" + NOWHERE
            })
    void saysWhatTheWholeApplicationSays(String line) {
        compare(line);
    }

    @LongRun
    @ParameterizedTest
    @ValueSource(
            strings = {
                "heads",
                "heads --json",
                "branches",
                "history",
                "history -r -1:current",
                "history --dot",
                "show aa11",
                "show nothing",
                "status",
                "current",
                "heads --aludel.enabled=false",
                "status --aludel.mode=nonsense",
                "status --aludel.version-table=versions",
                "status --aludel.locations=classpath:nowhere",
                "heads --spring.datasource.url=" + NOWHERE,
                "current --spring.datasource.driver-class-name=no.such.Driver",
                "heads --spring.config.import=file:missing.yml"
            })
    void saysItOfEverything(String line) {
        compare(line);
    }

    /** With {@code --verbose} the whole application would also tell what it logs of itself. */
    private static void compare(String line) {
        Shop.Result brief = shop.aludel(line.split(" "));
        Shop.Result whole = shop.with(WHOLE).aludel(line.split(" "));

        assertThat(brief.answer()).isEqualTo(whole.answer());
        assertThat(brief.err()).isEqualTo(whole.err());
        assertThat(brief.exitCode()).isEqualTo(whole.exitCode());
    }

    @Test
    void configuresTheApplicationWhereItHasASay() throws IOException {
        assertThat(isConfigured(shop, "heads")).isFalse();
        assertThat(isConfigured(shop, "status")).isFalse();
        assertThat(isConfigured(shop, "check")).isTrue();
        assertThat(isConfigured(shop.with(WHOLE), "heads")).isTrue();
    }

    private static boolean isConfigured(Shop asked, String command) throws IOException {
        Path loaded = folder.resolve("target/loaded");
        Shop.Result result = asked.withVariable("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded)
                .aludel(command);
        assertThat(result.err()).doesNotContain("Exception");
        return Files.readString(loaded).contains("ShopApplication$$SpringCGLIB");
    }
}
