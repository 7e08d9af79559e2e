package dev.aludel.script;

import dev.aludel.AludelException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A folder of scripts, or a file in it, that cannot be read or written. */
public final class ScriptFolderException extends AludelException {

    private static final long serialVersionUID = 1L;

    ScriptFolderException(Path path, String problem, @Nullable Throwable cause) {
        super("'" + path + "' " + problem, cause);
    }
}
