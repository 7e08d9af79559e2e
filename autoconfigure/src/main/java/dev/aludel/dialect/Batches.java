package dev.aludel.dialect;

import dev.aludel.dialect.StatementLexer.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Takes the rows that a statement changes some at a time, in the order of a key. */
public interface Batches {

    /**
     * Reads a statement with the comment above it: {@code -- batch: key id, size 1000, pause 100ms}.
     *
     * @throws StatementSyntaxException where the comment or the statement is not one that can be run so
     */
    Batch of(Statement statement);

    /** A statement that runs in batches. */
    interface Batch {

        /** How long others have the table for themselves after each batch. */
        Duration pause();

        /**
         * Changes the next rows, in the transaction that is under way.
         *
         * @param position behind which they stand; empty at the beginning
         * @return behind which the following ones stand, as one line; null where there were none left
         */
        @Nullable
        String next(Connection connection, String position) throws SQLException;

        /** A statement that does the same in a script for the database's own client, outside any transaction. */
        String block();
    }
}
