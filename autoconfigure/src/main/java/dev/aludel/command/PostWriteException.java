package dev.aludel.command;

import dev.aludel.AludelException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A revision was written, and a command that was to run after that failed. */
public final class PostWriteException extends AludelException {

    private static final long serialVersionUID = 1L;

    PostWriteException(Path file, String command, String what, String output, @Nullable Throwable cause) {
        super(
                "The revision '%s' was written, but the command '%s' %s%s Run it by hand, or mend 'aludel.post-write'."
                        .formatted(
                                file,
                                command,
                                what,
                                output.isBlank()
                                        ? "."
                                        : ": "
                                                + output.strip()
                                                        .replaceAll("\\s+", " ")
                                                        .replaceFirst("[.]?$", ".")),
                cause);
    }
}
