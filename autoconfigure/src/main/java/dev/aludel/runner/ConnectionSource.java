package dev.aludel.runner;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where the engine's connections come from. The one who opens a connection closes it. */
@FunctionalInterface
public interface ConnectionSource {

    Connection open() throws SQLException;

    /**
     * A connection to another database, as the same user where the URL names none.
     *
     * @param url JDBC URL
     */
    default Connection open(String url) throws SQLException {
        return DriverManager.getConnection(url);
    }
}
