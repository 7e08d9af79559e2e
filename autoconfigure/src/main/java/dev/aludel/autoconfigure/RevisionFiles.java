package dev.aludel.autoconfigure;

import dev.aludel.script.ManyFiles;
import dev.aludel.script.ScriptSource.ScriptFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;

/** Reads files that may be revision scripts: {@code .sql}, in UTF-8. */
final class RevisionFiles {

    private RevisionFiles() {}

    /** All in a folder and below. */
    static Stream<ScriptFile> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return ManyFiles.of(
                    files.filter(file -> file.getFileName().toString().endsWith(".sql"))
                            .toList())
                    .map(RevisionFiles::file)
                    .toList()
                    .stream();
        } catch (IOException | UncheckedIOException e) {
            throw new RevisionLocationException(folder.toString(), "cannot be read", e);
        }
    }

    /** One on the class path. */
    static ScriptFile file(String location, Resource resource) {
        try {
            return ScriptFile.of(location, resource.getContentAsByteArray());
        } catch (IOException e) {
            return ScriptFile.unreadable(location, "the file cannot be read; check that it is readable");
        }
    }

    /** As short as it can be said from the working directory. */
    static String name(Path file) {
        Path working = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(working) ? working.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    private static ScriptFile file(Path file) {
        return ScriptFile.read(name(file), file);
    }
}
