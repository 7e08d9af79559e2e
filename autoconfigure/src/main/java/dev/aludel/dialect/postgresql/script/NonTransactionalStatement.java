package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.Outcome;
import dev.aludel.dialect.postgresql.text.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A statement that PostgreSQL refuses in a transaction block (PostgreSQL manual, SQL Commands), as far as its effect is known. */
interface NonTransactionalStatement {

    String before(Connection connection) throws SQLException;

    Outcome after(Connection connection, String before) throws SQLException;

    /** Whether it waits for other transactions, under locks that reads and writes pass. */
    default boolean waitsInPeace() {
        return true;
    }

    /** Reads a statement; empty for one that may run in a transaction, or of which it is not known that it may not. */
    static Optional<NonTransactionalStatement> of(String sql) {
        TokenReader reader = new TokenReader(sql);
        if (reader.accept("create")) {
            return ConcurrentIndex.read(reader).or(() -> GlobalObject.created(reader));
        }
        if (reader.accept("drop")) {
            return ConcurrentDrop.read(reader).or(() -> GlobalObject.dropped(reader));
        }
        if (reader.accept("reindex")) {
            return ConcurrentReindex.read(reader);
        }
        if (reader.accept("alter", "table")) {
            return ConcurrentDetach.read(reader);
        }
        return RepeatableStatement.read(reader);
    }
}
