package dev.aludel.runner.session;

import dev.aludel.dialect.Databases;
import dev.aludel.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An empty database for what must not be tried on the user's: made beside it and dropped in the end, or one that the user names,
 * which is empty again in the end.
 */
public final class ScratchDatabase implements ConnectionSource, AutoCloseable {

    /**
     * With the time at which it was made, so that those of a killed process are known when another one makes its own. One that
     * nobody is connected to may have been made just now.
     */
    private static final String NAME = "aludel_scratch_%08x_%016x";

    private static final Duration ABANDONED = Duration.ofHours(1);

    private final ConnectionSource server;
    private final Databases databases;
    private final String url;
    private final Ending ending;

    /** Tells others that the database is in use. */
    private final Connection presence;

    private ScratchDatabase(ConnectionSource server, Databases databases, String url, Ending ending)
            throws SQLException {
        this.server = server;
        this.databases = databases;
        this.url = url;
        this.ending = ending;
        this.presence = server.open(url);
    }

    /**
     * Makes one on the server that another one is on.
     *
     * @throws NoScratchDatabaseException where the role may not
     */
    public static ScratchDatabase beside(ConnectionSource source, Dialect dialect) {
        Databases databases = dialect.databases();
        Instant now = Instant.now();
        String name = name(now, ThreadLocalRandom.current().nextLong());
        try (Connection connection = Session.connect(source)) {
            databases.sweep(connection, name(Instant.EPOCH, 0), name(now.minus(ABANDONED), 0));
            databases.create(connection, name);
            String url = databases.url(connection.getMetaData().getURL(), name);
            return new ScratchDatabase(source, databases, url, () -> {
                try (Connection again = Session.connect(source)) {
                    databases.drop(again, name);
                }
            });
        } catch (SQLException e) {
            throw dialect.refusals().isForbidden(e)
                    ? NoScratchDatabaseException.forbidden(e)
                    : new DatabaseException("making a scratch database", e);
        }
    }

    /** The names of those that nobody is connected to. */
    public static List<String> abandoned(Connection connection, Dialect dialect) throws SQLException {
        return dialect.databases()
                .abandoned(connection, name(Instant.EPOCH, 0), name(Instant.ofEpochSecond(0xffffffffL), -1));
    }

    static String name(Instant made, long random) {
        return NAME.formatted(made.getEpochSecond(), random);
    }

    /**
     * Takes one that is there.
     *
     * @throws NoScratchDatabaseException where it is not empty
     */
    public static ScratchDatabase at(String url, ConnectionSource source, Dialect dialect) {
        Databases databases = dialect.databases();
        try (Connection connection = source.open(url)) {
            if (!databases.isEmpty(connection)) {
                throw NoScratchDatabaseException.notEmpty(connection.getCatalog());
            }
            return new ScratchDatabase(source, databases, url, () -> clear(source, databases, url));
        } catch (SQLException e) {
            throw new DatabaseException("opening the scratch database", e);
        }
    }

    @Override
    public Connection open() throws SQLException {
        return server.open(url);
    }

    @Override
    public Connection open(String other) throws SQLException {
        return server.open(other);
    }

    @Override
    public boolean isScratch() {
        return true;
    }

    /** Makes a schema, unless it is there. */
    public void ensureSchema(String schema) {
        try (Connection connection = open()) {
            databases.ensureSchema(connection, schema);
        } catch (SQLException e) {
            throw new DatabaseException("preparing the scratch database", e);
        }
    }

    /** Makes it empty again. */
    public void clear() throws SQLException {
        clear(server, databases, url);
    }

    private static void clear(ConnectionSource server, Databases databases, String url) throws SQLException {
        try (Connection connection = server.open(url)) {
            databases.clear(connection);
        }
    }

    @Override
    public void close() {
        try (presence) {
            ending.end();
        } catch (SQLException e) {
            throw new DatabaseException("removing the scratch database", e);
        }
    }

    /** What becomes of it. */
    @FunctionalInterface
    private interface Ending {
        void end() throws SQLException;
    }
}
