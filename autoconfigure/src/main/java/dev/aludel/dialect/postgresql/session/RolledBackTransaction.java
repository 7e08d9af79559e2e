package dev.aludel.dialect.postgresql.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A transaction in which statements are tried, and which is rolled back. */
public final class RolledBackTransaction implements AutoCloseable {

    private final Connection connection;

    /**
     * Begins.
     *
     * @param connection in auto-commit; it is given back so
     */
    public RolledBackTransaction(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        execute("set local lock_timeout = '1s'");
    }

    /** Runs a statement that may fail without harm to the transaction; what it failed with. */
    @Nullable
    public SQLException attempt(String sql) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            execute(sql);
            connection.releaseSavepoint(savepoint);
            return null;
        } catch (SQLException e) {
            connection.rollback(savepoint);
            return e;
        }
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
