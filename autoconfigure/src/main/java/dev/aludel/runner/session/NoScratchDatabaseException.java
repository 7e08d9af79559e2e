package dev.aludel.runner.session;

import dev.aludel.AludelException;
import dev.aludel.script.Script;
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
                        .formatted(Sentences.words(refusal)),
                refusal);
    }

    public static NoScratchDatabaseException notThere(Script script, int line, Exception failure) {
        return new NoScratchDatabaseException(
                "The scratch database cannot be brought to where the database stands: revision '%s' fails on an empty one at %s:%d: %s If the database has grown without revisions, begin with 'aludel init --from-database'."
                        .formatted(
                                script.id(),
                                script.location(),
                                line,
                                failure instanceof SQLException sql
                                        ? Sentences.oneLine(sql)
                                        : String.valueOf(failure.getMessage())),
                failure);
    }

    static NoScratchDatabaseException notEmpty(String database) {
        return new NoScratchDatabaseException(
                "The scratch database '%s' is not empty, and all that is in it would be dropped in the end. Name an empty one with --scratch-url."
                        .formatted(database),
                null);
    }
}
