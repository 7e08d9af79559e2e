package dev.aludel.dialect.postgresql.session;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** What may stand between a connection and the server, such as PgBouncer. */
final class Pooler {

    private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql://(?:[^/?]*@)?([^/?]+)(?:[/?].*)?");

    /** protocol_violation: PgBouncer's answer to a transaction where it pools statements. */
    private static final String NOT_TAKEN = "08P01";

    /** A pool that hands out its sessions in turn shows itself at the latest when it comes around. */
    private static final int ROUNDS = 3;

    private static final int PATIENCE_MILLIS = 10_000;

    private Pooler() {}

    /**
     * The server's process, as the driver was told when it connected: where it is not the one that answers, somebody else was
     * talking (PostgreSQL manual, Message Flow, BackendKeyData).
     *
     * @return null where the driver does not tell
     */
    static @Nullable Integer announced(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class)
                ? (Integer) connection.unwrap(PGConnection.class).getBackendPID()
                : null;
    }

    /** The server's process that answers. */
    static int answering(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_catalog.pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /**
     * Whether the statements of one client come to several sessions of the server. While another client is in a transaction, it
     * has the session that this one had before, or this one gets another; only a session that is kept is neither.
     */
    static boolean isShared(Connection connection, Connection beside) throws SQLException {
        beside.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
        for (int round = 0; round < ROUNDS; round++) {
            int before = answering(connection);
            try {
                beside.setAutoCommit(false);
                if (answering(beside) == before || answering(connection) != before) {
                    return true;
                }
            } catch (SQLException e) {
                if (NOT_TAKEN.equals(e.getSQLState())) {
                    return true;
                }
                if (e.getCause() instanceof SocketTimeoutException) {
                    // a pool of one session, which is not given to another as long as this client is there
                    return answering(connection) != before;
                }
                throw e;
            } finally {
                end(beside);
            }
        }
        return false;
    }

    private static void end(Connection beside) throws SQLException {
        if (!beside.isClosed()) {
            beside.rollback();
            beside.setAutoCommit(true);
        }
    }

    /** Host and port of a connection, never its user. */
    static String address(Connection connection) throws SQLException {
        Matcher address = ADDRESS.matcher(connection.getMetaData().getURL());
        return address.matches() ? address.group(1) : "localhost";
    }
}
