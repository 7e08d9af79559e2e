package dev.aludel.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sources of a project beside the classes that a compiler made of them.
 *
 * @param sources folders that may not be there
 */
record Compilation(List<Path> sources, Path classes) {

    static Compilation of(Project project, Path classes) {
        return new Compilation(
                Stream.of("src/main/java", "src/main/kotlin")
                        .map(project::resolve)
                        .toList(),
                classes);
    }

    /** The latest source, if it was changed after the latest class was compiled. */
    Optional<Path> uncompiled() {
        Optional<FileTime> compiled = latest(classes, ".class").map(Compilation::changed);
        return sources.stream()
                .flatMap(folder -> Stream.of(".java", ".kt").flatMap(ending -> latest(folder, ending).stream()))
                .max(Comparator.comparing(Compilation::changed))
                .filter(source -> compiled.isPresent() && changed(source).compareTo(compiled.get()) > 0);
    }

    private static Optional<Path> latest(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .max(Comparator.comparing(Compilation::changed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
