package dev.aludel.dialect.postgresql.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement of the engine's own. The server resolves its functions, operators and types in pg_catalog alone: an overload that
 * another role made in a schema of the user's path would otherwise be taken, with the rights of who migrates, wherever its argument
 * types match better, as {@code =(oid, regnamespace)} does (PostgreSQL manual, 10.2).
 *
 * <p>It is sent with what sets the path before it and what puts it back, in one round trip, and holds the path within a transaction,
 * so that it needs neither a prepared session nor one that a pooler keeps. What resolves neither function nor operator nor type,
 * such as {@code set local}, needs none of this.
 */
public final class OwnStatement {

    private static final String OWN_PATH = "'pg_catalog, pg_temp'";

    /** Remembers the path first: an argument is evaluated before the call. */
    private static final String BEGIN = "select pg_catalog.set_config('search_path', " + OWN_PATH
            + ", pg_catalog.set_config('aludel.search_path', pg_catalog.current_setting('search_path'), true) is not null)";

    private static final String PUT_BACK =
            "select pg_catalog.set_config('search_path', pg_catalog.current_setting('aludel.search_path'), true)";

    /**
     * A row of no columns but one, to be joined by what prints definitions or looks names up: a statement is resolved when it is
     * parsed, and the path is the user's again when its rows are made.
     */
    public static final String SPEAKING = "speaking as materialized (" + PUT_BACK + ")\n";

    /** Begins a statement that joins {@link #SPEAKING}. */
    public static final String WITH_SPEAKING = "with " + SPEAKING;

    private OwnStatement() {}

    /** Gives a statement its parameters. */
    @FunctionalInterface
    public interface Binding {
        void of(PreparedStatement statement) throws SQLException;
    }

    /** Does something with each row of a query. */
    public static void each(Connection connection, String query, Binding parameters, Rows.Action action)
            throws SQLException {
        run(connection, query, parameters, statement -> {
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    action.accept(rows);
                }
            }
        });
    }

    /** The values of all rows of a query. */
    public static <T> List<T> rows(Connection connection, String query, Binding parameters, Rows.Reader<T> reader)
            throws SQLException {
        List<T> values = new ArrayList<>();
        each(connection, query, parameters, row -> values.add(reader.read(row)));
        return values;
    }

    /** The values of all rows of a query in a transaction that has no parameters, and in which braces and question marks are the database's. */
    public static <T> List<T> asWritten(Connection connection, String query, Rows.Reader<T> reader)
            throws SQLException {
        List<T> values = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(BEGIN + ";\n" + query + ";\n" + PUT_BACK);
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    values.add(reader.read(rows));
                }
            }
        }
        return values;
    }

    /** Runs a statement whose rows, if it has any, are of no interest. */
    public static void execute(Connection connection, String sql) throws SQLException {
        run(connection, sql, statement -> {}, statement -> {});
    }

    private static void run(Connection connection, String sql, Binding parameters, Binding results)
            throws SQLException {
        if (!connection.getAutoCommit()) {
            runWithin(connection, sql, parameters, results);
            return;
        }
        connection.setAutoCommit(false);
        try {
            runWithin(connection, sql, parameters, results);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void runWithin(Connection connection, String sql, Binding parameters, Binding results)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN + ";\n" + sql + ";\n" + PUT_BACK)) {
            parameters.of(statement);
            statement.execute();
            statement.getMoreResults();
            results.of(statement);
        }
    }

    private static void rollBack(Connection connection, Exception reason) {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** The first value of a statement each of whose functions, operators and types says where it stands. */
    static Optional<String> first(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
