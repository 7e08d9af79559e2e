package dev.aludel.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param name its path in the project, such as {@code docs/tutorial.md}
 * @param text what it says
 */
public record Page(String name, String text) {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern FENCE = Pattern.compile("( *)```([a-z]*)");
    private static final String COMMENT = "<!--";
    private static final String END_OF_COMMENT = "-->";

    /** Returns the README, CONTRIBUTING, and every page below {@code docs}. */
    public static List<Page> all() {
        try (Stream<Path> files = Files.walk(PROJECT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md").map(PROJECT::resolve),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .map(file -> of(PROJECT.relativize(file).toString().replace('\\', '/')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the blocks in a language, of all pages. */
    public static Stream<Block> allBlocks(String language) {
        return all().stream().flatMap(page -> page.blocks(language));
    }

    public static Page of(String name) {
        try {
            return new Page(name, Files.readString(PROJECT.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Stream<Block> blocks(String language) {
        return blocks().stream().filter(block -> block.language().equals(language));
    }

    /** Returns all blocks in their order. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        String note = "";
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            Matcher fence = FENCE.matcher(line);
            if (line.strip().startsWith(COMMENT)) {
                int end = at;
                while (!lines.get(end).endsWith(END_OF_COMMENT)) {
                    end++;
                }
                String comment = String.join("\n", lines.subList(at, end + 1)).strip();
                note = comment.substring(COMMENT.length(), comment.length() - END_OF_COMMENT.length())
                        .strip();
                at = end;
            } else if (fence.matches()) {
                int end = lines.subList(at + 1, lines.size()).indexOf(fence.group(1) + "```") + at + 1;
                if (end == at) {
                    throw new IllegalStateException(name + ":" + (at + 1) + " opens a block that does not end");
                }
                blocks.add(new Block(
                        name, at + 1, fence.group(2), note, unindented(lines.subList(at + 1, end), fence.group(1))));
                note = "";
                at = end;
            } else if (!line.isBlank()) {
                note = "";
            }
        }
        return blocks;
    }

    /** Names the page in a report. */
    @Override
    public String toString() {
        return name;
    }

    private static String unindented(List<String> lines, String indentation) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.startsWith(indentation) ? line.substring(indentation.length()) : line)
                .append('\n'));
        return text.toString();
    }
}
