package dev.aludel.demo.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.event.EventListener;

/** Opens the embedded database when its URL is asked for, so that a command without a database starts no server. */
final class EmbeddedConnectionDetails implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedConnectionDetails.class);

    private final Path folder;
    private final int port;
    private @Nullable EmbeddedDatabase database;

    EmbeddedConnectionDetails(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    @Override
    public synchronized String getJdbcUrl() {
        if (database == null) {
            database = EmbeddedDatabase.open(folder, port);
        }
        return database.jdbcUrl();
    }

    @Override
    public String getDriverClassName() {
        return "org.postgresql.Driver";
    }

    @Override
    public String getUsername() {
        return EmbeddedDatabase.NAME;
    }

    @Override
    public @Nullable String getPassword() {
        return null;
    }

    /** Says where the database is, when an application has started; a command has its own answer to give. */
    @EventListener(ApplicationStartedEvent.class)
    synchronized void announce() {
        if (database != null) {
            log.info("Database: {} ({})", database.jdbcUrl(), database.psql());
        }
    }

    @Override
    public synchronized void close() {
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
