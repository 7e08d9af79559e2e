package dev.aludel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/detection.md} says nothing that no test shows: each line names tests, and each of them is there. */
class DetectionTableTests {

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @Test
    void namesTestsInEveryLine() throws IOException {
        assertThat(lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(tests(line)).as(line).isNotEmpty());
    }

    @Test
    void namesOnlyTestsThatAreThere() throws Exception {
        Set<String> known = Scenario.all().stream().map(Scenario::name).collect(Collectors.toCollection(HashSet::new));
        List<String> missing = new ArrayList<>();
        for (String line : lines()) {
            for (String test : tests(line)) {
                if (!known.contains(test) && !isMethod(test)) {
                    missing.add(test);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** The lines of tables, but for their heads. */
    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("../docs/reference/detection.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what |"))
                .toList();
    }

    /** What the last cell quotes. */
    private static List<String> tests(String line) {
        String cell = line.substring(line.lastIndexOf('|', line.length() - 2));
        return QUOTED.matcher(cell).results().map(match -> match.group(1)).toList();
    }

    private static boolean isMethod(String test) throws IOException {
        String[] parts = test.split("#", 2);
        if (parts.length < 2) {
            return false;
        }
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(path -> path.endsWith(parts[0] + ".java")).toList()) {
                return Files.readString(file).contains(" " + parts[1] + "(");
            }
        }
        return false;
    }
}
