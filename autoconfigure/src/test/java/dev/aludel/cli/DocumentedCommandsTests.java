package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.command.ShellWords;
import dev.aludel.documentation.Block;
import dev.aludel.documentation.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command that a page shows is one that the command line takes. */
class DocumentedCommandsTests {

    private static final Pattern CALL = Pattern.compile("(?:\\./aludel|^aludel|java -jar \\S+ aludel)((?: [^#|>&]*)?)");
    private static final Pattern MAVEN = Pattern.compile("spring-boot\\.run\\.arguments=\"aludel ([^\"]*)\"");
    private static final Pattern CONTAINER = Pattern.compile("args: \\[\"aludel\", (.*)]");
    private static final Pattern INLINE = Pattern.compile("`((?:\\./|java -jar app\\.jar )?aludel [a-z][^`<…]*)`");

    static Stream<Block> blocks() {
        return Stream.of("console", "yaml").flatMap(Page::allBlocks);
    }

    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void areTakenWhereABlockShowsThem(Block block) {
        for (String line : block.text().lines().toList()) {
            if (line.startsWith("$ ") || block.language().equals("yaml")) {
                command(line.replaceFirst("^\\$ ", "")).ifPresent(words -> assertTaken(line, words));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void areTakenWhereATextNamesThem(Page page) {
        INLINE.matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .forEach(line -> command(line).ifPresent(words -> assertTaken(line, words)));
    }

    private static Optional<List<String>> command(String line) {
        return Stream.of(MAVEN, CONTAINER, CALL)
                .flatMap(pattern -> pattern.matcher(line)
                        .results()
                        .map(found -> ShellWords.of(
                                pattern == CONTAINER ? found.group(1).replaceAll("[\",]", " ") : found.group(1))))
                .findFirst();
    }

    private static void assertTaken(String line, List<String> words) {
        Invocation invocation = Invocation.of(
                        Stream.concat(Stream.of("aludel"), words.stream()).toArray(String[]::new), null)
                .orElseThrow();
        List<String> arguments = new ArrayList<>(List.of(invocation.arguments()));
        assertThat(CommandsPageTests.commandLine()
                        .parseArgs(arguments.toArray(String[]::new))
                        .errors())
                .as(line)
                .isEmpty();
    }
}
