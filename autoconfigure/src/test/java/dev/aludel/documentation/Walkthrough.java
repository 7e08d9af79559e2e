package dev.aludel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.command.ShellWords;
import dev.aludel.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A page as a user walks it, in a project of its own: classes are written and compiled, properties set, commands run, each in a
 * process of its own, and what a page shows of a script or of the output is compared with what is there.
 */
final class Walkthrough {

    private static final String PACKAGE = "com.example.shop";
    private static final String MAIN = "Shop";
    private static final String MAVEN = "mvn -q spring-boot:run";
    private static final String ARGUMENTS = " -Dspring-boot.run.arguments=\"";
    private static final String HEADS = "./aludel heads"; // in the order of their ids, which are random
    private static final String REVISIONS = "src/main/resources/db/revisions";

    private final Path folder;
    private final Path sources;
    private final Path classes;
    private final TestDatabase database;
    private final Shown shown = new Shown();

    Walkthrough(Path folder, TestDatabase database) throws IOException {
        this.folder = folder;
        this.database = database;
        this.classes = Files.createDirectories(folder.resolve("target/classes"));
        this.sources = Files.createDirectories(folder.resolve("src/main/java/" + PACKAGE.replace('.', '/')));
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        write(MAIN, """
                import org.springframework.boot.SpringApplication;
                import org.springframework.boot.autoconfigure.SpringBootApplication;

                @SpringBootApplication
                public class Shop {
                    public static void main(String[] args) {
                        SpringApplication.run(Shop.class, args);
                    }
                }
                """);
    }

    void walk(Page page) throws IOException, InterruptedException {
        for (Block block : page.blocks()) {
            switch (block.language()) {
                case "java" -> write(JavaBlocksTests.typeOf(block), block.text());
                case "yaml" -> Files.writeString(classes.resolve("application.yml"), block.text());
                case "sql" -> script(block);
                case "console" -> console(block);
                default -> {
                    // shown, and not done
                }
            }
        }
    }

    /** Writes a class, and compiles all of them. */
    private void write(String type, String text) throws IOException {
        String imports = text.contains("import ") ? "" : JavaBlocksTests.IMPORTS;
        Files.writeString(sources.resolve(type + ".java"), "package " + PACKAGE + ";\n" + imports + text);
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-parameters", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        try (Stream<Path> files = Files.list(sources)) {
            files.map(Path::toString).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .as(text)
                .isZero();
    }

    /** Writes what the page says to write into the newest script, else compares what the page shows with it. */
    private void script(Block block) throws IOException {
        Path newest = newestScript();
        if (block.note().equals("write")) {
            Files.writeString(newest, shown.actual(block.text()));
        } else {
            shown.compare(block.toString(), block.text().lines().toList(), Files.readAllLines(newest));
        }
    }

    private Path newestScript() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(REVISIONS))) {
            return files.max(Comparator.comparing(Walkthrough::modified)).orElseThrow();
        }
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }

    private void console(Block block) throws IOException, InterruptedException {
        List<String> lines = block.text().lines().toList();
        int at = 0;
        while (at < lines.size()) {
            assertThat(lines.get(at)).as(block.toString()).startsWith("$ ");
            String command = lines.get(at).substring(2);
            int end = at + 1;
            while (end < lines.size() && !lines.get(end).startsWith("$ ")) {
                end++;
            }
            List<String> expected = lines.subList(at + 1, end).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            List<String> printed = run(shown.actual(command));
            if (command.equals(MAVEN)) {
                shown.find(block.toString(), expected, printed);
            } else if (command.equals(HEADS)) {
                assertThat(printed)
                        .containsExactlyInAnyOrderElementsOf(
                                expected.stream().map(shown::actual).toList());
            } else {
                shown.compare(block + " " + command, expected, printed);
            }
            at = end;
        }
    }

    private List<String> run(String line) throws IOException, InterruptedException {
        String[] parts = line.split(" \\|\\| echo ", 2);
        String command = parts[0].split(" {2,}#", 2)[0];
        if (command.startsWith("psql ")) {
            return database.query(command.substring(command.indexOf('"') + 1, command.lastIndexOf('"')));
        }
        List<String> words = command.startsWith(MAVEN)
                ? ShellWords.of(
                        command.equals(MAVEN)
                                ? ""
                                : command.substring(MAVEN.length() + ARGUMENTS.length(), command.length() - 1))
                : ShellWords.of("aludel" + command.substring("./aludel".length()));
        return run(words, parts.length == 2);
    }

    /** Runs the application; where a failure is expected, adds the line of {@code echo "exit code $?"}. */
    private List<String> run(List<String> words, boolean fails) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                PACKAGE + "." + MAIN));
        command.addAll(words);
        Path output = folder.resolve("target/output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_URL",
                        database.url(),
                        "SPRING_DATASOURCE_USERNAME",
                        database.username(),
                        "SPRING_MAIN_WEBAPPLICATIONTYPE",
                        "none"));
        int exitCode = builder.start().waitFor();
        List<String> printed = new ArrayList<>(Files.readAllLines(output));
        assertThat(exitCode != 0)
                .as("exit code %d of %s: %s", exitCode, words, printed)
                .isEqualTo(fails);
        if (fails) {
            printed.add("exit code " + exitCode);
        }
        return printed.stream().filter(line -> !line.isBlank()).toList();
    }
}
