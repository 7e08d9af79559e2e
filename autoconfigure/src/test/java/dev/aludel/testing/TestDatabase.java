package dev.aludel.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of its own on a real PostgreSQL server that all tests of a run share; dropped when the test class that registers
 * it as an extension is done, or when it is closed.
 */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final UnaryOperator<String> urls;
    private final @Nullable KeptConnections kept;

    private TestDatabase(String name, UnaryOperator<String> urls, boolean keepsConnections) {
        this.name = name;
        this.urls = urls;
        this.kept = keepsConnections ? new KeptConnections() : null;
    }

    /** A new, empty database. */
    public static TestDatabase create() {
        return create(Server::url, false);
    }

    /**
     * The same, but a closed connection is reset and used again: a new one begins with cold caches, which costs most of what
     * reading a catalogue costs.
     */
    public static TestDatabase createWithKeptConnections() {
        return create(Server::url, true);
    }

    /**
     * The same on another server.
     *
     * @param urls from the name of a database to its URL
     */
    public static TestDatabase create(UnaryOperator<String> urls) {
        return create(urls, false);
    }

    private static TestDatabase create(UnaryOperator<String> urls, boolean keepsConnections) {
        TestDatabase database = new TestDatabase("test_" + COUNT.incrementAndGet(), urls, keepsConnections);
        database.inPostgres("create database " + database.name);
        return database;
    }

    public String name() {
        return name;
    }

    /** The major version of the server that this run has on its class path. */
    public static int serverVersion() {
        return Server.VERSION;
    }

    public String url() {
        return urls.apply(name);
    }

    public String username() {
        return "postgres";
    }

    /** A new connection; the one who opens it closes it. */
    public Connection open() throws SQLException {
        return kept == null ? DriverManager.getConnection(url()) : kept.take(url());
    }

    /** Runs statements, each in auto-commit. */
    public void execute(String... statements) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join(";\n", statements), e);
        }
    }

    /** The first column of a query's rows, as text. */
    public List<String> query(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Makes the database empty again, which is faster than another one. */
    public void clear() {
        for (String schema : query("select quote_ident(nspname) from pg_namespace"
                + " where nspname !~ '^pg_' and nspname <> 'information_schema'")) {
            execute("drop schema " + schema + " cascade");
        }
        for (String publication : query("select quote_ident(pubname) from pg_publication")) {
            execute("drop publication " + publication);
        }
        execute("create schema public");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        inPostgres("drop database if exists " + name + " with (force)");
    }

    private void inPostgres(String sql) {
        try (Connection connection = DriverManager.getConnection(urls.apply("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Started with the first database, ended with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres INSTANCE = start();
        static final int VERSION = version();

        static String url(String database) {
            return INSTANCE.getJdbcUrl("postgres", database);
        }

        private static int version() {
            try (Connection connection = DriverManager.getConnection(url("postgres"))) {
                return connection.getMetaData().getDatabaseMajorVersion();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @SuppressWarnings("AddressSelection") // the server listens on the loopback interface
        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
            }
        }
    }
}
