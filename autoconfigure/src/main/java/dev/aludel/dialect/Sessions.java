package dev.aludel.dialect;

import dev.aludel.dialect.StatementLexer.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sessions for a migration: where names lead, how long statements wait, and what a revision leaves behind. */
public interface Sessions {

    /**
     * Prepares a session, in one statement: unqualified names lead to the schema first, then where they led before. Where a pooler
     * is between here and the server, nothing is set unless it is known to keep the session.
     *
     * @return the settings of the session as it was found
     */
    State prepare(Connection connection, Preparation preparation) throws SQLException;

    /**
     * Lets the server notice within seconds that the client of a session is gone, as far as it can.
     *
     * @return what it sets, as it was before
     */
    Map<String, String> keepAlive(Connection connection) throws SQLException;

    /** What the driver is told so that a client notices as soon that the server is gone, by the driver's names; others pass over it. */
    Map<String, String> driverProperties();

    /**
     * Whether a pooler gives the statements of one connection to several sessions of the server.
     *
     * @param connection in auto-commit
     * @param beside another one to the same address, which is of no use afterwards
     */
    boolean isShared(Connection connection, Connection beside) throws SQLException;

    /** Host and port that a connection leads to. */
    String address(Connection connection) throws SQLException;

    /** Statements with which a script for offline use begins: they let unqualified names lead to the schema. */
    List<String> preparation(String ownSchema);

    /** The statement that brings a session back to the state in which it was found. */
    String restore(State state);

    /**
     * Reads what a session is once it is prepared, which nothing that ran on it changed yet.
     *
     * @param initially the statement that each new connection runs first; null where there is none
     */
    Image image(Connection connection, @Nullable String initially) throws SQLException;

    /**
     * Brings a session back to what it was: role and settings, and nothing left of temporary tables, cursors, prepared statements,
     * channels, positions of sequences and locks of the session. It may stand in a transaction, and takes effect with it.
     *
     * @param lockKey the lock that the session keeps, as of {@link Lock#tryLock}; null where it holds none
     * @param ending whether a transaction ends with it, so that what constraints put off is checked before, as the session is then
     */
    void renew(Connection connection, Image image, @Nullable String lockKey, boolean ending) throws SQLException;

    /** The same as of {@link #renew}, to be sent with the next statement. */
    Renewal renewing(Image image, @Nullable String lockKey, boolean ending);

    /** Statements that do the same in a script for offline use, whose session begins with what is set for its role. */
    List<String> renewal(@Nullable String ownSchema, boolean ending);

    /**
     * Statements, as one string, after which the rest of a transaction is the session's own role's, whichever a script took; what
     * constraints put off to its end is checked before.
     */
    String asItself(Image image);

    /** The same for a script for offline use. */
    List<String> asItself();

    /** Runs a statement of the engine's own, which finds no function, operator or type but the server's. */
    void execute(Connection connection, String sql) throws SQLException;

    /** The statement that makes the transaction one that only reads. */
    String readOnly();

    /**
     * Takes away the lock timeout, if it is still the one that was set.
     *
     * @param untilCommit whether it comes back with the end of the transaction
     * @return whether it was
     */
    boolean liftLockTimeout(Connection connection, Duration present, boolean untilCommit) throws SQLException;

    /** The statement that sets the lock timeout. */
    String lockTimeout(Duration timeout);

    /** Gives a statement an argument; the server takes a text for what a literal in its place would be, such as a date. */
    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException;

    boolean schemaExists(Connection connection, String schema) throws SQLException;

    /** Runs a {@code copy … from stdin} with its rows. */
    void copy(Connection connection, String sql, Rows rows) throws SQLException;

    /**
     * What a session is to be.
     *
     * @param ownSchema null for the connection's current schema; a session that has none is left as it is
     * @param lockTimeout how long a statement waits for a lock; null is without limit for who works, and the server's own otherwise
     * @param statementTimeout how long a statement runs; null as above
     * @param worker who works here, as others on the server read it: the session then stays however long it is idle, and its network is
     *     kept alive; null for a session that only looks
     * @param kept whether the session is known to be this connection's alone, though a pooler is in between
     */
    record Preparation(
            @Nullable String ownSchema,
            @Nullable Duration lockTimeout,
            @Nullable Duration statementTimeout,
            @Nullable String worker,
            boolean kept) {

        /** The same where the session is known to be kept. */
        public Preparation onceKept() {
            return new Preparation(ownSchema, lockTimeout, statementTimeout, worker, true);
        }
    }

    /**
     * A session as it was prepared.
     *
     * @param user whom the session belongs to
     * @param role whose rights it has, {@code none} for the user's own
     * @param initially the statement that each new connection runs before it is prepared; null where there is none
     * @param settings what was set on it, by name
     */
    record Image(String user, String role, @Nullable String initially, Map<String, String> settings) {

        public Image {
            settings = Map.copyOf(settings);
        }
    }

    /**
     * A session as it was found.
     *
     * @param ownSchema the schema that unqualified names are to lead to first; null where there is none
     * @param forbidden that schema, or the first one that there is on the path, where the role may not use it; null where it may
     * @param leads whether they led there already
     * @param prepared whether it was prepared; not where a pooler is in between
     * @param process the server's process that answers, by which others know the session
     * @param settings what is set otherwise once it is prepared, by name, as the server prints it
     */
    record State(
            @Nullable String ownSchema,
            @Nullable String forbidden,
            boolean leads,
            boolean prepared,
            int process,
            Map<String, String> settings) {

        public State {
            settings = Map.copyOf(settings);
        }

        /** The same where more was set. */
        public State with(Map<String, String> before) {
            Map<String, String> all = new HashMap<>(before);
            all.putAll(settings);
            return new State(ownSchema, forbidden, leads, prepared, process, all);
        }
    }
}
