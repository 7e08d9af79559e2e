package dev.aludel.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a database session needs for a migration: where names lead, how long it waits, and the lock between processes. */
public interface Sessions {

    /** The schema that unqualified names lead to on a fresh connection of the application. */
    String currentSchema(Connection connection) throws SQLException;

    /**
     * Statements that prepare a session; a script for offline use begins with them, too.
     *
     * @param ownSchema what unqualified names shall lead to
     * @param lockTimeout how long a statement waits for a lock; null leaves it alone
     * @param statementTimeout how long a statement runs; null leaves it alone
     */
    List<String> prepare(String ownSchema, @Nullable Duration lockTimeout, @Nullable Duration statementTimeout);

    /**
     * Tries once, without waiting, to take the lock of a version table; it is held until it is released or the session ends.
     *
     * @param connection in auto-commit
     * @param key names what is locked within the database: version schema and table
     */
    boolean tryLock(Connection connection, String key) throws SQLException;

    void unlock(Connection connection, String key) throws SQLException;

    /** Who holds the lock, in words for a message, such as {@code pid 4711 (shop on 10.0.0.7, since 12:00:03)}. */
    String lockHolder(Connection connection, String key) throws SQLException;
}
