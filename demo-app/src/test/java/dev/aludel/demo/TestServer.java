package dev.aludel.demo;

import dev.aludel.demo.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The embedded server that the tests of the application share, each starting with an empty database. */
final class TestServer {

    /** Each JVM that runs tests has one of its own. */
    private static final Path FOLDER =
            Path.of("target", "postgres" + System.getProperty("it.fork", "")).toAbsolutePath();

    private TestServer() {}

    static void empty() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(FOLDER, 0);
                Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("drop owned by " + EmbeddedDatabase.NAME);
        }
    }

    /** A connection as the application's role; the server stays as long as it is open. */
    static Connection connect() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(FOLDER, 0)) {
            return DriverManager.getConnection(database.jdbcUrl());
        }
    }

    static void register(DynamicPropertyRegistry registry) {
        registry.add("bookshop.database.directory", FOLDER::toString);
        registry.add("bookshop.database.port", () -> 0);
    }

    /** The same for another process, whose arguments may say otherwise. */
    static Map<String, String> environment() {
        return Map.of("BOOKSHOP_DATABASE_DIRECTORY", FOLDER.toString(), "BOOKSHOP_DATABASE_PORT", "0");
    }
}
