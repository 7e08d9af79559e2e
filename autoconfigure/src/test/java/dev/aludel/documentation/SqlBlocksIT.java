package dev.aludel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autoconfigure.shop.Shop;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Each block of SQL runs as a revision. A comment above the block, {@code <!-- given: … -->}, has the statements that lead to
 * the database in which it runs; they are the revision that it follows. A block that is no whole script gets what it lacks. The pages of
 * {@link WalkthroughIT} are run there, as a user would.
 */
class SqlBlocksIT {

    private static final String UPGRADE = "-- upgrade";
    private static final String DOWNGRADE = "-- downgrade";
    private static final Pattern PARENT = Pattern.compile("(?m)^-- down-revision: (\\S+)$");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    static Stream<Block> blocks() {
        return Page.allBlocks("sql").filter(block -> !WalkthroughIT.PAGES.contains(block.page()));
    }

    @BeforeEach
    void empty() {
        DATABASE.clear();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void runsAsARevision(Block block) {
        Shop shop = new Shop(DATABASE, folder);
        String script = whole(block.text());
        Matcher parent = PARENT.matcher(script);
        if (parent.find()) {
            shop.withScript("0", script(parent.group(1), block.given()));
        } else {
            DATABASE.execute(block.given());
        }
        shop.withScript("1", script);
        try (ConfigurableApplicationContext context = shop.start("aludel.mode=off")) {
            MigrationRunner runner = context.getBean(MigrationRunner.class);

            assertThat(runner.upgrade("head")).isNotEmpty();
            if (block.text().contains(DOWNGRADE)) {
                assertThat(runner.downgrade("-1")).hasSize(1);
            }
        }
    }

    private static String script(String id, String upgrade) {
        return "-- revision: " + id + "\n\n" + UPGRADE + "\n" + upgrade + "\n" + DOWNGRADE + "\n";
    }

    /** Returns a script with its header and its markers, whatever part of it a page shows. */
    private static String whole(String text) {
        boolean header = text.startsWith("-- revision: ");
        boolean marked = text.contains(UPGRADE + "\n");
        if (!header && !marked) {
            return script("shown", text);
        }
        return (header ? "" : "-- revision: shown\n")
                + text
                + (marked ? "" : "\n" + UPGRADE + "\n")
                + (text.contains(DOWNGRADE) ? "" : "\n" + DOWNGRADE + "\n");
    }
}
