package dev.aludel.script;

import dev.aludel.AludelException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A folder of scripts, or a file in it, that cannot be read or written. */
public final class ScriptFolderException extends AludelException {

    private static final long serialVersionUID = 1L;

    /** A file that could not be written; what was there before is there still. */
    static ScriptFolderException unwritten(Path file, IOException failure) {
        String reason = failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
        return new ScriptFolderException(
                file,
                "cannot be written" + (reason == null ? "" : ": " + reason)
                        + ". Check that its folder is writable and that the disk has room.",
                failure);
    }

    ScriptFolderException(Path path, String problem, @Nullable Throwable cause) {
        super("'" + path + "' " + problem, cause);
    }
}
