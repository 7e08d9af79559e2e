package dev.aludel.runner.session;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where the engine's connections come from. The one who opens a connection closes it. */
@FunctionalInterface
public interface ConnectionSource {

    Connection open() throws SQLException;

    /**
     * A connection that belongs to no pool, for work that holds the lock between processes: nothing else retires it, counts it
     * or waits for it. Where there is no such thing it is one as any.
     */
    default Connection openOwn() throws SQLException {
        return open();
    }

    /** Whether it leads to a database that is made to try revisions on, which a log is to tell from the migrated one. */
    default boolean isScratch() {
        return false;
    }

    /** Returns the statement that a connection of its own runs first; null where there is none. */
    default @Nullable String initialStatement() {
        return null;
    }

    /** Who migrates, as others on the server read it. */
    default String applicationName() {
        return "aludel";
    }

    /**
     * A connection to another database, as the same user where the URL names none.
     *
     * @param url JDBC URL
     */
    default Connection open(String url) throws SQLException {
        return DriverManager.getConnection(url);
    }
}
