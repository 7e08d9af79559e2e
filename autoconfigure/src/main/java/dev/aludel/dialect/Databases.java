package dev.aludel.dialect;

import dev.aludel.schema.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whole databases beside the migrated one, for what must not be tried on it. */
public interface Databases {

    /** The URL of another database of a server, with all that the URL of one says besides. */
    String url(String like, String name);

    /**
     * Makes an empty one.
     *
     * @param connection to any database of the server, in auto-commit
     */
    void create(Connection connection, String name) throws SQLException;

    /**
     * The names of those that nobody is connected to, of the role's own.
     *
     * @param connection to any database of the server, in auto-commit
     * @param from the first name, in the order of its characters
     * @param to the name before which they end
     */
    List<String> abandoned(Connection connection, String from, String to) throws SQLException;

    /**
     * Drops those that nobody is connected to, of the role's own.
     *
     * @param connection to any database of the server, in auto-commit
     * @param from the first name, in the order of its characters
     * @param to the name before which they end
     */
    void sweep(Connection connection, String from, String to) throws SQLException;

    /** Drops one, also while somebody is connected to it. */
    void drop(Connection connection, String name) throws SQLException;

    /** Whether nothing was made in a database since it is there. */
    boolean isEmpty(Connection connection) throws SQLException;

    /** Makes a schema, unless it is there. */
    void ensureSchema(Connection connection, String schema) throws SQLException;

    /** Drops all that was made in a database. */
    void clear(Connection connection) throws SQLException;

    /** The schemas that users made, and {@code public}. */
    List<String> schemas(Connection connection) throws SQLException;

    /**
     * What a database holds besides its definitions: a line for the rows of each table, for each sequence's position, and for each
     * object's owner and privileges.
     *
     * @param connection in auto-commit
     * @param except a table that does not count
     */
    List<Content> contents(Connection connection, ObjectName except) throws SQLException;

    /**
     * A line of what a database holds.
     *
     * @param about what it is about, such as {@code rows of users}
     * @param count how many rows it stands for; 0 where it is about none
     * @param text the same where the content is the same
     */
    record Content(String about, long count, String text) {}
}
