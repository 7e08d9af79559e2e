package dev.aludel.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** Whole databases beside the migrated one, for what must not be tried on it. */
public interface Databases {

    /** The URL of another database of a server, with all that the URL of one says besides. */
    String url(String like, String name);

    /**
     * Makes an empty one, and removes those that an earlier process left behind when it was killed.
     *
     * @param connection to any database of the server, in auto-commit
     * @param prefix with which the names of all such databases begin
     * @param name of the new one
     */
    void create(Connection connection, String prefix, String name) throws SQLException;

    /** Drops one, also while somebody is connected to it. */
    void drop(Connection connection, String name) throws SQLException;

    /** Whether nothing was made in a database since it is there. */
    boolean isEmpty(Connection connection) throws SQLException;

    /** Drops all that was made in a database. */
    void clear(Connection connection) throws SQLException;

    /** Whether a statement failed because the role may not do it. */
    boolean isForbidden(SQLException failure);
}
