package dev.aludel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.hazard.HazardCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of hazards is the code's own. */
class HazardTableTests {

    @Test
    void namesEveryCode() throws IOException {
        assertThat(Files.readAllLines(Path.of("..", "docs", "operations.md")))
                .filteredOn(line -> line.matches("\\| `[a-z-]+` \\| (loses|fails|blocks|breaks) \\|.*"))
                .containsExactlyElementsOf(Stream.of(HazardCode.values())
                        .map(HazardTableTests::row)
                        .toList());
    }

    private static String row(HazardCode code) {
        return "| `%s` | %s | %s |".formatted(code.code(), code.kind().name().toLowerCase(Locale.ROOT), code.meaning());
    }
}
