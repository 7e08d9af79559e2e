package dev.aludel.documentation;

import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A newcomer's pages, walked from the first line to the last. */
class WalkthroughIT {

    static final List<String> PAGES = List.of("README.md", "docs/tutorial.md");

    @ParameterizedTest
    @FieldSource("PAGES")
    void goesAsThePageSays(String page, @TempDir Path folder) throws IOException, InterruptedException {
        try (TestDatabase database = TestDatabase.create()) {
            new Walkthrough(folder, database).walk(Page.of(page));
        }
    }
}
