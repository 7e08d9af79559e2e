package dev.aludel.demo.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The bookshop's database on the PostgreSQL server of a folder, for as long as this object is open.
 *
 * <p>Any number of processes may have it open: the application, and the command line beside it. The first starts the server,
 * the others find it, and the last one to close stops it, unless somebody is still connected, a {@code psql} say. A process
 * that is killed takes only itself away: the server goes on for the others, or waits for the next to find it. A server that
 * was killed is started again on the same files.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The database, and the role that owns it. */
    public static final String NAME = "bookshop";

    /** By folder. File locks belong to the whole process, so its contexts (those of tests) share one use. */
    private static final Map<Path, EmbeddedDatabase> OPEN = new HashMap<>();

    private final Path home;
    private final Server server;
    private final Loopback loopback;
    private final Use use;
    private int holders;

    private EmbeddedDatabase(Path home, Server server, Loopback loopback, Use use) {
        this.home = home;
        this.server = server;
        this.loopback = loopback;
        this.use = use;
    }

    /**
     * Opens the database of a folder, which is made if there is none.
     *
     * @param preferredPort where a server that has to be started listens, if the port is free
     */
    public static EmbeddedDatabase open(Path folder, int preferredPort) {
        synchronized (OPEN) {
            try {
                Path home = Files.createDirectories(folder).toRealPath();
                EmbeddedDatabase database = OPEN.get(home);
                if (database == null) {
                    database = Turn.take(home, () -> join(home, preferredPort));
                    OPEN.put(home, database);
                }
                database.holders++;
                return database;
            } catch (IOException | SQLException e) {
                throw new EmbeddedDatabaseException(
                        "The database in '%s' cannot be opened: %s".formatted(folder, e), e);
            }
        }
    }

    private static EmbeddedDatabase join(Path home, int preferredPort) throws IOException, SQLException {
        Server server = new Server(home);
        Loopback loopback = server.running(preferredPort);
        loopback.createDatabase(NAME);
        return new EmbeddedDatabase(home, server, loopback, Use.of(home));
    }

    /** The URL with its user; there is no password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s?user=%s".formatted(Loopback.ADDRESS, loopback.port(), NAME, NAME);
    }

    /** What a terminal takes to look inside. */
    public String psql() {
        return "psql -h %s -p %d -U %s %s".formatted(Loopback.ADDRESS, loopback.port(), NAME, NAME);
    }

    /** Stops the server if nobody else uses it. */
    @Override
    public void close() {
        synchronized (OPEN) {
            if (--holders > 0) {
                return;
            }
            OPEN.remove(home);
            try {
                Turn.take(home, () -> {
                    boolean unused = use.end() && loopback.idle();
                    if (unused) {
                        server.stop();
                    }
                    return unused;
                });
            } catch (IOException | SQLException e) {
                throw new EmbeddedDatabaseException("The database in '%s' cannot be closed: %s".formatted(home, e), e);
            }
        }
    }
}
