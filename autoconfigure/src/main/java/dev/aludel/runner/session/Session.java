package dev.aludel.runner.session;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Renewal;
import dev.aludel.dialect.Sessions;
import dev.aludel.dialect.StatementLexer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which unqualified names lead to the unit's own schema, in auto-commit until a transaction is begun. When
 * it is closed the connection goes back as it came, since it may belong to the application's pool.
 */
public final class Session implements AutoCloseable {

    private final Connection connection;
    private final Sessions sessions;
    private final Sessions.State found;
    private final String ownSchema;
    private final @Nullable Duration lockTimeout;
    private final int networkTimeout;
    private final Watch watch;
    private final Sessions.@Nullable Image image;

    private Session(
            Connection connection,
            Sessions sessions,
            Sessions.State found,
            String ownSchema,
            @Nullable Duration lockTimeout,
            Watch watch,
            Sessions.@Nullable Image image)
            throws SQLException {
        this.image = image;
        this.watch = watch;
        this.connection = connection;
        this.lockTimeout = lockTimeout;
        this.sessions = sessions;
        this.found = found;
        this.ownSchema = ownSchema;
        this.networkTimeout = connection.getNetworkTimeout();
    }

    public static Connection connect(ConnectionSource source) {
        try {
            Connection connection = source.open();
            connection.setAutoCommit(true);
            return connection;
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
    }

    /** A session that looks. */
    public static Session open(ConnectionSource source, Dialect dialect, RunnerSettings settings) {
        return open(source, connect(source), dialect, settings, null);
    }

    /** A session that works, for as long as that takes, on a connection of its own. */
    public static Session openOwn(ConnectionSource source, Dialect dialect, RunnerSettings settings) {
        return open(source, connect(source::openOwn), dialect, settings, source.applicationName());
    }

    private static Session open(
            ConnectionSource source,
            Connection connection,
            Dialect dialect,
            RunnerSettings settings,
            @Nullable String worker) {
        try {
            Sessions.State found = prepare(
                    source,
                    connection,
                    dialect.sessions(),
                    new Sessions.Preparation(
                            settings.defaultSchema(),
                            settings.lockTimeout(),
                            settings.statementTimeout(),
                            worker,
                            false));
            String own = found.ownSchema();
            if (found.forbidden() != null) {
                throw new ForbiddenSchemaException(
                        found.forbidden(), connection.getMetaData().getUserName(), dialect.renderer());
            }
            if (own == null) {
                throw new NoSchemaException(found.settings().get("search_path"));
            }
            Watch watch = new Watch(source, dialect.waits(), found.process(), settings.lockTimeout());
            Sessions.Image image =
                    worker == null ? null : dialect.sessions().image(connection, source.initialStatement());
            Session session =
                    new Session(connection, dialect.sessions(), found, own, settings.lockTimeout(), watch, image);
            if (worker != null) {
                connection.setNetworkTimeout(Runnable::run, 0);
            }
            return session;
        } catch (SQLException e) {
            close(connection, e);
            throw new DatabaseException("preparing the session", e);
        } catch (RuntimeException e) {
            close(connection, e);
            throw e;
        }
    }

    /** Behind a pooler a session is prepared where it must be and is kept; what only looks needs that for its names alone. */
    private static Sessions.State prepare(
            ConnectionSource source, Connection connection, Sessions sessions, Sessions.Preparation preparation)
            throws SQLException {
        Sessions.State found = prepared(source, connection, sessions, preparation);
        return preparation.worker() == null ? found : found.with(sessions.keepAlive(connection));
    }

    private static Sessions.State prepared(
            ConnectionSource source, Connection connection, Sessions sessions, Sessions.Preparation preparation)
            throws SQLException {
        Sessions.State found = sessions.prepare(connection, preparation);
        if (found.prepared() || (preparation.worker() == null && found.leads())) {
            return found;
        }
        try (Connection beside = connect(source::openOwn)) {
            if (sessions.isShared(connection, beside)) {
                throw new TransactionPoolerException(sessions.address(connection));
            }
        }
        return sessions.prepare(connection, preparation.onceKept());
    }

    public Connection connection() {
        return connection;
    }

    /** Looks whom it waits for. */
    public Watch watch() {
        return watch;
    }

    /** The schema whose objects have no schema name. */
    public String ownSchema() {
        return ownSchema;
    }

    /** Runs one statement as it stands: braces and question marks are the database's, not JDBC's. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** Runs a statement of a script, with its rows. */
    public void execute(StatementLexer.Statement statement) throws SQLException {
        if (statement.rows() == null) {
            execute(statement.sql());
        } else {
            sessions.copy(connection, statement.sql(), statement.rows());
        }
    }

    /**
     * Brings the session back to what it was once it was prepared: what a revision set ends with it.
     *
     * @param lockKey of the lock that it keeps; null where it holds none
     * @param ending whether a transaction ends with it
     */
    public void renew(@Nullable String lockKey, boolean ending) throws SQLException {
        sessions.renew(connection, image(), lockKey, ending);
    }

    /** The same, to be sent with the next statement. */
    public Renewal renewing(@Nullable String lockKey, boolean ending) {
        return sessions.renewing(image(), lockKey, ending);
    }

    /** The same after a failure that is told elsewhere. */
    public void renew(@Nullable String lockKey, Exception reason) {
        try {
            if (!connection.isClosed()) {
                renew(lockKey, false);
            }
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Writes down what a script did, as the session's own role, between two of its statements. */
    public void record(Work work) throws SQLException {
        begin();
        try {
            asItself();
            work.run();
            commit();
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw e;
        }
    }

    /**
     * Checks what constraints put off to the end of the transaction, and lets the rest of that be the session's own role's, not one that
     * a revision took.
     */
    public void asItself() throws SQLException {
        execute(sessions.asItself(image()));
    }

    private Sessions.Image image() {
        if (image == null) {
            throw new IllegalStateException("a session that only looks is not worked on");
        }
        return image;
    }

    /** Runs a statement without the lock timeout: it holds up nobody while it waits. */
    public void executePatiently(String sql) throws SQLException {
        patiently(true, () -> execute(sql));
    }

    /** Does work, without the lock timeout if it waits in peace; one that the work itself has set stays. */
    public void patiently(boolean inPeace, Work work) throws SQLException {
        boolean lifted = inPeace && lockTimeout != null && sessions.liftLockTimeout(connection, lockTimeout, false);
        try {
            work.run();
        } catch (SQLException e) {
            restoreLockTimeout(lifted, e);
            throw e;
        }
        if (lifted && lockTimeout != null) {
            execute(sessions.lockTimeout(lockTimeout));
        }
    }

    private void restoreLockTimeout(boolean lifted, SQLException reason) {
        try {
            if (lifted && lockTimeout != null) {
                execute(sessions.lockTimeout(lockTimeout));
            }
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Lets the transaction wait without the lock timeout. */
    public void waitPatiently() throws SQLException {
        if (lockTimeout != null) {
            sessions.liftLockTimeout(connection, lockTimeout, true);
        }
    }

    public void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    public boolean inTransaction() throws SQLException {
        return !connection.getAutoCommit();
    }

    public void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Ends a transaction that only read. */
    public void rollback() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    /** Ends a transaction that a script began itself, after a failure that is told elsewhere. */
    public void abort(Exception reason) {
        try {
            execute("rollback");
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Takes back what the transaction did, after a failure that is told elsewhere. */
    public void rollback(Exception reason) {
        try {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try (connection;
                watch) {
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                if (found.prepared()) {
                    execute(sessions.restore(found));
                }
                if (connection.getNetworkTimeout() != networkTimeout) {
                    connection.setNetworkTimeout(Runnable::run, networkTimeout);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException("ending the session", e);
        }
    }

    private static void close(Connection connection, Exception reason) {
        try {
            connection.close();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
