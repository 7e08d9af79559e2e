package dev.aludel.documentation;

import dev.aludel.testing.SourceCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The classes of a page of the documentation, as they stand there. */
final class Examples {

    private static final Pattern BLOCK = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("^public class (\\w+)", Pattern.MULTILINE);

    private Examples() {}

    static Map<String, Class<?>> of(String page) {
        try {
            Map<String, Class<?>> classes = new LinkedHashMap<>();
            BLOCK.matcher(Files.readString(Path.of("../docs/guides", page)))
                    .results()
                    .map(block -> block.group(1))
                    .forEach(source -> {
                        String name = NAME.matcher(source)
                                .results()
                                .map((MatchResult found) -> found.group(1))
                                .findFirst()
                                .orElseThrow();
                        classes.put(name, SourceCompiler.compile(name, source));
                    });
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
