package dev.aludel.runner;

import dev.aludel.AludelException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** There is no empty database to try revisions on. */
public final class NoScratchDatabaseException extends AludelException {

    private static final long serialVersionUID = 1L;

    private NoScratchDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static NoScratchDatabaseException forbidden(SQLException refusal) {
        return new NoScratchDatabaseException(
                "The role may not make the scratch database that this is tried on: %s Give it CREATEDB, or name an empty database with --scratch-url."
                        .formatted(Sentences.oneLine(refusal)),
                refusal);
    }

    static NoScratchDatabaseException notEmpty(String database) {
        return new NoScratchDatabaseException(
                "The scratch database '%s' is not empty, and all that is in it would be dropped in the end. Name an empty one with --scratch-url."
                        .formatted(database),
                null);
    }
}
