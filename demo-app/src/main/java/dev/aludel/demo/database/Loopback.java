package dev.aludel.demo.database;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A port of 127.0.0.1, and what the PostgreSQL server behind it answers its superuser. */
record Loopback(int port) {

    static final String ADDRESS = "127.0.0.1";
    static final String SUPERUSER = "postgres";

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /** A port that nobody has: the preferred one if it can be had. */
    static Loopback free(int preferred) throws IOException {
        try {
            return bindable(preferred);
        } catch (BindException e) {
            return bindable(0);
        }
    }

    private static Loopback bindable(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return new Loopback(socket.getLocalPort());
        }
    }

    /** Whether the server works on this data directory; empty if none answers. */
    Optional<Boolean> serves(Path data) throws IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            Path served = Path.of(row.getString(1));
            return Optional.of(Files.exists(served) && Files.isSameFile(served, data));
        } catch (SQLException e) {
            // class 08: nobody listens; 57P03: it starts or stops; anything else is what another server says to a
            // stranger
            String state = String.valueOf(e.getSQLState());
            return state.startsWith("08") || state.equals("57P03") ? Optional.empty() : Optional.of(false);
        }
    }

    /**
     * Whether nobody is connected but the one who asks: no {@code psql}, no application that has this server's URL. A
     * connection that was closed a moment ago is listed a moment longer, so a busy server is asked again. A server that
     * does not answer is not idle: it is gone, or has not a connection to spare.
     */
    boolean idle() {
        Instant deadline = Instant.now().plus(FAREWELL);
        try (Connection connection = connect()) {
            while (!alone(connection)) {
                if (Instant.now().isAfter(deadline)) {
                    return false;
                }
                Pause.briefly();
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean alone(Connection connection) throws SQLException {
        return holds(
                connection,
                "select not exists (select from pg_stat_activity"
                        + " where backend_type = 'client backend' and pid <> pg_backend_pid())");
    }

    /** Creates the database and the role of the same name that owns it, if they are not there. */
    void createDatabase(String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!holds(connection, "select exists (select from pg_roles where rolname = '" + name + "')")) {
                statement.execute("create role " + name + " login createdb");
            }
            if (!holds(connection, "select exists (select from pg_database where datname = '" + name + "')")) {
                statement.execute("create database " + name + " owner " + name);
            }
        }
    }

    private static boolean holds(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://%s:%d/postgres?user=%s&connectTimeout=5&loginTimeout=10"
                .formatted(ADDRESS, port, SUPERUSER));
    }
}
