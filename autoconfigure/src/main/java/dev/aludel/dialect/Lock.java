package dev.aludel.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The lock between processes: whoever holds it is the only one that migrates. */
public interface Lock {

    /**
     * Tries once, without waiting, to take the lock of a version table; it is held until it is released or the session ends.
     *
     * @param connection in auto-commit
     * @param key names what is locked within the database: version schema and table
     */
    boolean tryLock(Connection connection, String key) throws SQLException;

    /** Gives the lock up. */
    void unlock(Connection connection, String key) throws SQLException;

    /** Tells who holds the lock, if anybody does, and what would end it. */
    Optional<Waits.Blocker> lockHolder(Connection connection, String key) throws SQLException;

    /**
     * Returns a condition in SQL that holds while this session has the lock. It may stand in any statement, and costs next to nothing.
     *
     * @param key that of {@link #tryLock}
     */
    String holdsLock(String key);
}
