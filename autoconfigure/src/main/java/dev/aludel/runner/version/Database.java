package dev.aludel.runner.version;

import dev.aludel.dialect.Dialect;
import dev.aludel.runner.session.ConnectionSource;
import dev.aludel.runner.session.DatabaseException;
import dev.aludel.runner.session.ForbiddenSchemaException;
import dev.aludel.runner.session.MigrationLock;
import dev.aludel.runner.session.NoSchemaException;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.ScratchDatabase;
import dev.aludel.runner.session.Session;
import dev.aludel.schema.ObjectName;
import dev.aludel.script.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database of a unit: opens sessions on it for work that looks, and for work that writes, which holds the lock. */
public final class Database {

    private final Dialect dialect;
    private final ConnectionSource connections;
    private final RunnerSettings settings;

    public Database(Dialect dialect, ConnectionSource connections, RunnerSettings settings) {
        this.dialect = dialect;
        this.connections = connections;
        this.settings = settings;
    }

    /** Whether it is one to try revisions on. */
    public boolean isScratch() {
        return connections.isScratch();
    }

    /**
     * The rows of the version table where they fit to the scripts, in one statement; none where there is no table.
     *
     * @param forWriting whether the answer decides that nothing is to be done
     * @throws ForbiddenSchemaException where there might be one, and the role may not look
     */
    public List<VersionRow> look(Scripts scripts, boolean forWriting) {
        return new HistoryCheck(versionTable(), scripts, dialect).fitting(rows(forWriting));
    }

    /** The same, whatever the scripts say. */
    public List<VersionRow> rows(boolean forWriting) {
        return seen(forWriting).orElseGet(this::lookClosely);
    }

    private Optional<List<VersionRow>> seen(boolean forWriting) {
        try (Connection connection = Session.connect(connections)) {
            return VersionTable.look(connection, dialect, settings, forWriting).map(History::unaltered);
        } catch (DatabaseException e) {
            if (e.getCause() instanceof SQLException cause && dialect.refusals().isForbidden(cause)) {
                return Optional.empty();
            }
            throw e;
        } catch (SQLException e) {
            throw new DatabaseException("reading the version table", e);
        }
    }

    private ObjectName versionTable() {
        String schema = settings.versionSchema() == null ? settings.defaultSchema() : settings.versionSchema();
        return ObjectName.of(schema == null ? "" : schema, settings.versionTable());
    }

    private List<VersionRow> lookClosely() {
        try {
            return looking(
                    "reading the version table",
                    (session, table) -> table.rows(session.connection()).orElse(List.of()));
        } catch (NoSchemaException e) {
            return List.of(); // there is none that the table could stand in
        }
    }

    /** Work that leaves nothing behind. */
    public <T> T looking(String name, Work<T> work) {
        try (Session session = Session.open(connections, dialect, settings)) {
            return work.run(session, table(session));
        } catch (SQLException e) {
            throw new DatabaseException(name, e);
        }
    }

    /** Work that holds the lock, with the version table there. */
    public <T> T locked(String name, Work<T> work) {
        return lockedWithoutTable(name, (session, table) -> {
            table.ensure(session);
            return work.run(session, table);
        });
    }

    /**
     * Work that holds the lock of the version table, which may not be there. One connection, which is nobody else's, holds the lock
     * and does the work: when it is lost, so are the lock and what is not committed.
     */
    public <T> T lockedWithoutTable(String name, Work<T> work) {
        try (Session session = Session.openOwn(connections, dialect, settings)) {
            VersionTable table = table(session);
            try (MigrationLock lock =
                    MigrationLock.acquire(session, dialect.lock(), table.lockKey(), settings.waitTimeout())) {
                return lock.whileHeld(() -> work.run(session, table));
            }
        } catch (SQLException e) {
            throw new DatabaseException(name, e);
        }
    }

    /**
     * An empty database for what must not be tried on this one, with the unit's own schema, which nobody's revision makes.
     *
     * @param url of one that is there; null to make one beside this
     */
    public ScratchDatabase scratch(@Nullable String url, String ownSchema) {
        ScratchDatabase scratch = url == null
                ? ScratchDatabase.beside(connections, dialect)
                : ScratchDatabase.at(url, connections, dialect);
        try {
            scratch.ensureSchema(ownSchema);
            return scratch;
        } catch (RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /** A further connection, as it comes; none of a pool, which might have no other to give. */
    public Connection openBeside() {
        return Session.connect(connections::openOwn);
    }

    private VersionTable table(Session session) {
        return VersionTable.of(dialect, settings, session.ownSchema());
    }

    /** Work on a session and the version table as that session knows it. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Session session, VersionTable table) throws SQLException;
    }
}
