package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.cli.WrappedShop.Result;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes that the wrapper makes beside a command and starts later ones with; each test goes on from the last. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArchiveIT {

    private static final String HEADS = "MAIN\naa11 (head), begin\n";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    static Path temporary;

    private static WrappedShop shop = new WrappedShop(Path.of(""), Path.of(""));

    @BeforeAll
    static void makeProject() throws Exception {
        Shop unwrapped = Shop.in(Files.createDirectory(temporary.resolve("my shop")));
        assertThat(unwrapped
                        .withDatabase(DATABASE.url())
                        .aludel("revision", "-m", "begin", "--rev-id", "aa11")
                        .exitCode())
                .isZero();
        shop = WrappedShop.of(unwrapped);
    }

    @Test
    @Order(1)
    void isMadeOnceTheFirstCommandHasEnded() throws Exception {
        Result result = aludel(Map.of(), "heads");

        assertThat(result.out()).isEqualTo(HEADS);
        assertThat(result.usesArchive()).isFalse();
        shop.awaitArchive();
    }

    @Test
    @Order(2)
    void startsTheCommandsThatFollow() throws Exception {
        Result heads = aludel(Map.of(), "heads");
        Result upgrade = aludel(Map.of(), "upgrade");
        Result compare = aludel(Map.of(), "compare");

        assertThat(heads.out()).isEqualTo(HEADS);
        assertThat(heads.usesArchive()).isTrue();
        assertThat(upgrade.out()).isEqualTo("MAIN\nApplied 1 revision: the database is at aa11 (head).\n");
        assertThat(compare.out()).contains("create table customer");
        assertThat(Stream.of(heads, upgrade, compare)).allMatch(result -> result.exitCode() == 0);
    }

    @Test
    @Order(3)
    void isLeftAloneWhereItIsSwitchedOff() throws Exception {
        Result result = aludel(Map.of("ALUDEL_ARCHIVE", "off"), "heads");

        assertThat(result.out()).isEqualTo(HEADS);
        assertThat(result.usesArchive()).isFalse();
    }

    @Test
    @Order(4)
    void isThrownAwayWhenAJarChanged() throws Exception {
        Files.setLastModifiedTime(shop.library(), FileTime.from(Instant.now().plusSeconds(5)));

        Result result = aludel(Map.of("CI", "true"), "heads");

        assertThat(result.out()).isEqualTo(HEADS);
        assertThat(result.usesArchive()).isFalse();
        assertThat(shop.archives()).isEmpty();
        assertThat(shop.project().resolve("target/aludel")).isDirectoryNotContaining("glob:**.making");
    }

    private static Result aludel(Map<String, String> environment, String command) throws Exception {
        return shop.aludel(environment, List.of(command, "--spring.datasource.url=" + DATABASE.url()));
    }
}
