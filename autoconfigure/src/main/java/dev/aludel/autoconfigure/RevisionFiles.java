package dev.aludel.autoconfigure;

import dev.aludel.script.ScriptSource.ScriptFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
            return files
                    .filter(file -> file.getFileName().toString().endsWith(".sql") && Files.isRegularFile(file))
                    .map(file -> new ScriptFile(name(file), decode(name(file), bytes(file))))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new RevisionLocationException(folder.toString(), "cannot be read", e);
        }
    }

    static String text(Resource resource) {
        try {
            return decode(resource.getDescription(), resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new RevisionLocationException(resource.getDescription(), "cannot be read", e);
        }
    }

    /** As short as it can be said from the working directory. */
    static String name(Path file) {
        Path working = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(working) ? working.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new RevisionLocationException(name(file), "cannot be read", e);
        }
    }

    private static String decode(String location, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RevisionLocationException(location, "is not encoded as UTF-8", e);
        }
    }
}
