package dev.aludel.dialect;

import dev.aludel.schema.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a database session needs for a migration: where names lead, how long it waits, and the lock between processes. */
public interface Sessions {

    /** The settings of a session as it was found, in one statement. */
    State state(Connection connection) throws SQLException;

    /**
     * Statements that prepare a session; a script for offline use begins with them, too.
     *
     * @param ownSchema what unqualified names shall lead to first
     * @param searchPath where else they may lead, for types and functions of extensions; null where it is not known
     * @param lockTimeout how long a statement waits for a lock; null leaves it alone
     * @param statementTimeout how long a statement runs; null leaves it alone
     */
    List<String> prepare(
            String ownSchema,
            @Nullable String searchPath,
            @Nullable Duration lockTimeout,
            @Nullable Duration statementTimeout);

    /** Statements that bring a session back to the state in which it was found. */
    List<String> restore(State state);

    /** A condition that holds for the rows of an unqualified table if it stands in the connection's current schema. */
    String inCurrentSchema();

    /** Whether a statement failed because its table, or the table's schema, does not exist. */
    boolean isMissingTable(SQLException failure);

    /** Whether a statement gave up waiting for a lock of the database. */
    boolean isLockTimeout(SQLException failure);

    boolean schemaExists(Connection connection, String schema) throws SQLException;

    /** The comment of a table, if there is one. */
    Optional<String> tableComment(Connection connection, ObjectName table) throws SQLException;

    /**
     * Tries once, without waiting, to take the lock of a version table; it is held until it is released or the session ends.
     *
     * @param connection in auto-commit
     * @param key names what is locked within the database: version schema and table
     */
    boolean tryLock(Connection connection, String key) throws SQLException;

    void unlock(Connection connection, String key) throws SQLException;

    /** Who holds the lock, in words for a message, such as {@code pid 4711 (shop at 10.0.0.7, since 12:00:03)}. */
    String lockHolder(Connection connection, String key) throws SQLException;

    /**
     * A session's settings.
     *
     * @param currentSchema where a new unqualified table would be made; null where the path leads nowhere
     * @param searchPath as it is set
     * @param lockTimeout as the server prints it
     * @param statementTimeout as the server prints it
     */
    record State(@Nullable String currentSchema, String searchPath, String lockTimeout, String statementTimeout) {}
}
