package dev.aludel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lines of comment are composed in one place, and so are files written. */
class CommentLinesTests {

    private static final Path SOURCES = Path.of("src/main/java");

    private static List<String> whereStands(String pattern) throws IOException {
        Pattern sought = Pattern.compile(pattern);
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> sought.matcher(text(file)).find())
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void oneClassWritesCommentsOfSql() throws IOException {
        assertThat(whereStands("(?:\"|\\\\n|%n)-- ")).containsExactly("SqlComment.java");
    }

    @Test
    void oneClassWritesCommentsOfJava() throws IOException {
        assertThat(whereStands("\"// ")).containsExactly("JavaText.java");
    }

    @Test
    void oneClassWritesFiles() throws IOException {
        assertThat(whereStands("Files\\.(write|newOutputStream|newBufferedWriter|copy|move)\\b"))
                .containsExactly("WholeFile.java");
    }
}
