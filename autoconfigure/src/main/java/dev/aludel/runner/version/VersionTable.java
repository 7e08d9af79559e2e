package dev.aludel.runner.version;

import dev.aludel.AludelException;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.OwnSql;
import dev.aludel.dialect.ProvenExpression;
import dev.aludel.dialect.Renewal;
import dev.aludel.runner.session.LockLostException;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.Sentences;
import dev.aludel.runner.session.Session;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.SchemaObjects;
import dev.aludel.script.Script;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table that says which revisions are applied: one row each. */
public final class VersionTable {

    private static final int UNKNOWN = -1;

    private final Dialect dialect;
    private final OwnSql sql;
    private final ObjectName name;
    private final boolean setApart;
    private final VersionStatements statements;
    private final VersionReads reads;
    private int lastOrdinal = UNKNOWN;

    private VersionTable(Dialect dialect, ObjectName name, boolean setApart) {
        this.dialect = dialect;
        this.sql = dialect.ownSql();
        this.name = name;
        this.setApart = setApart;
        this.statements = new VersionStatements(dialect, name);
        this.reads = new VersionReads(dialect, name);
    }

    /** The table as a session knows it: in a schema that is spelled out, so that no other one on the path is met. */
    public static VersionTable of(Dialect dialect, RunnerSettings settings, String ownSchema) {
        String schema = settings.versionSchema() == null ? ownSchema : settings.versionSchema();
        return new VersionTable(
                dialect, ObjectName.of(schema, settings.versionTable()), settings.versionSchema() != null);
    }

    public ObjectName name() {
        return name;
    }

    /** What is done with it, as text. */
    public VersionStatements statements() {
        return statements;
    }

    /** Whether it stands in a schema that was chosen for it. */
    public boolean isSetApart() {
        return setApart;
    }

    /** What distinguishes this table's lock from that of others in the same database. */
    public String lockKey() {
        return name.toString();
    }

    /**
     * The rows, read in one statement on a connection that nothing has prepared.
     *
     * @param forWriting whether the answer decides that nothing is to be done
     * @return empty when there is no table yet
     */
    static Optional<History> look(Connection connection, Dialect dialect, RunnerSettings settings, boolean forWriting)
            throws SQLException {
        String schema = settings.versionSchema() == null ? settings.defaultSchema() : settings.versionSchema();
        ObjectName name = ObjectName.of(schema == null ? "" : schema, settings.versionTable());
        return new VersionReads(dialect, name).history(connection, forWriting);
    }

    /** What is read of it. */
    public VersionReads reads() {
        return reads;
    }

    /**
     * The rows in the order of application; empty when there is no table yet.
     *
     * @throws AlteredHistoryException where some were altered
     */
    public Optional<List<VersionRow>> rows(Connection connection) throws SQLException {
        return reads.history(connection, false).map(History::unaltered);
    }

    /** Writes down that a revision was begun or applied. */
    public void insert(Connection connection, VersionRecord row) throws SQLException {
        insert(connection, row, Renewal.NONE);
    }

    /** @param renewal what brings the session back before */
    public void insert(Connection connection, VersionRecord row, Renewal renewal) throws SQLException {
        int ordinal = nextOrdinal(connection);
        try (PreparedStatement statement = connection.prepareStatement(renewal.before("insert into " + quoted()
                + " (revision, down_revisions, depends_on, message, checksum, applied_at, applied_by, duration_ms, state, transactional,"
                + " creates, proven, downgrade, done, ordinal) select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, '', ?"
                + " where " + held()))) {
            int i = 0;
            statement.setString(++i, row.script().id());
            statement.setString(++i, String.join(",", row.script().revision().downRevisions()));
            statement.setString(++i, String.join(",", row.script().revision().dependsOn()));
            statement.setString(++i, row.script().revision().message());
            statement.setString(++i, row.checksum());
            sql.bind(statement, ++i, row.at());
            statement.setString(++i, row.by());
            statement.setLong(++i, row.duration().toMillis());
            statement.setString(++i, row.state().text());
            statement.setBoolean(++i, row.script().transactional());
            statement.setString(++i, SchemaObjects.print(row.creates()));
            statement.setString(++i, statements.downgrade(row.script()));
            statement.setInt(++i, ordinal);
            write(connection, statement, row.script().id(), renewal);
        }
    }

    private int nextOrdinal(Connection connection) throws SQLException {
        learnOrdinal(connection);
        return ++lastOrdinal;
    }

    /**
     * Reads the place of the last row, before a script has a say on the session. Asked once: it is the lock's holder alone who writes, and
     * a number that a rollback leaves out does no harm.
     */
    public void learnOrdinal(Connection connection) throws SQLException {
        if (lastOrdinal == UNKNOWN) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select " + sql.highest("ordinal") + " from " + quoted())) {
                row.next();
                lastOrdinal = row.getInt(1);
            }
        }
    }

    /** Writes down that an upgrade that was begun has come to its end, with what its script is now. */
    public void finish(Connection connection, VersionRecord row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update " + quoted()
                + " set state = 'applied', checksum = ?, duration_ms = ?, creates = ?, downgrade = ?, done = '', intent = null"
                + " where " + sql.equal("revision", "?") + " and " + held())) {
            int i = 0;
            statement.setString(++i, row.checksum());
            statement.setLong(++i, row.duration().toMillis());
            statement.setString(++i, SchemaObjects.print(row.creates()));
            statement.setString(++i, statements.downgrade(row.script()));
            statement.setString(++i, row.script().id());
            write(connection, statement, row.script().id());
        }
    }

    /** Writes down what a revision made. */
    public void creates(Connection connection, String revision, List<SchemaObject> creates) throws SQLException {
        update(connection, "set creates = ?", SchemaObjects.print(creates), revision);
    }

    /** Writes down where a revision is; its journal is empty then. */
    public void state(Connection connection, String revision, VersionRow.State state) throws SQLException {
        update(connection, "set done = '', intent = null, state = ?", state.text(), revision);
    }

    /** Writes down that a statement is about to run that cannot be written down together with its effect. */
    public void intend(Connection connection, String revision, Intent intent) throws SQLException {
        update(connection, "set intent = ?", intent.print(), revision);
    }

    /** Writes down that the statement that was begun did not take effect. */
    public void forget(Connection connection, String revision) throws SQLException {
        update(connection, "set intent = " + sql.text("?"), null, revision);
    }

    /** Writes down that one more statement of a revision is done. */
    public void done(Connection connection, String revision, String checksum) throws SQLException {
        update(connection, "set intent = null, done = " + statements.with("?"), checksum, revision);
    }

    /** Takes a script for what was applied: its checksum, and what it follows. */
    public void accept(Connection connection, Script script, String checksum) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update " + quoted()
                + " set checksum = ?, down_revisions = ?, depends_on = ? where " + sql.equal("revision", "?") + " and "
                + held())) {
            statement.setString(1, checksum);
            statement.setString(2, String.join(",", script.revision().downRevisions()));
            statement.setString(3, String.join(",", script.revision().dependsOn()));
            statement.setString(4, script.id());
            write(connection, statement, script.id());
        }
    }

    /** Puts a revision's row into another place in the order of application. */
    public void move(Connection connection, String revision, int ordinal) throws SQLException {
        update(connection, "set ordinal = ?", ordinal, revision);
    }

    /** Keeps proven pairs with a revision. */
    public void keep(Connection connection, String revision, List<ProvenExpression> proven) throws SQLException {
        update(connection, "set proven = ?", ProvenText.print(proven), revision);
    }

    private void update(Connection connection, String change, @Nullable Object value, String revision)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update " + quoted() + " " + change + " where " + sql.equal("revision", "?") + " and " + held())) {
            statement.setObject(1, value);
            statement.setString(2, revision);
            write(connection, statement, revision);
        }
    }

    public void delete(Connection connection, String revision) throws SQLException {
        delete(connection, revision, Renewal.NONE);
    }

    /** @param renewal what brings the session back before */
    public void delete(Connection connection, String revision, Renewal renewal) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(renewal.before(
                "delete from " + quoted() + " where " + sql.equal("revision", "?") + " and " + held()))) {
            statement.setString(1, revision);
            write(connection, statement, revision, renewal);
        }
    }

    /** Forgets all revisions, also those of rows that cannot be read. */
    public void purge(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from " + quoted() + " where " + held())) {
            write(connection, statement, "*");
        }
    }

    /** What is written is written under the lock: a session that has lost it changes no row. */
    private String held() {
        return dialect.lock().holdsLock(lockKey());
    }

    private void write(Connection connection, PreparedStatement change, String revision) throws SQLException {
        write(connection, change, revision, Renewal.NONE);
    }

    private void write(Connection connection, PreparedStatement change, String revision, Renewal renewal)
            throws SQLException {
        try {
            change.execute();
            renewal.passOver(change);
            boolean written = change.getUpdateCount() > 0;
            renewal.complete(connection);
            if (written) {
                return;
            }
        } catch (SQLException e) {
            if (dialect.refusals().isUnstorable(e)) {
                throw new AludelException(
                        "The row of revision '%s' has a character that the database's encoding cannot store: %s Write its message and downgrade without it, or use a database in UTF-8."
                                .formatted(revision, Sentences.words(e)),
                        e);
            }
            throw e;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + held())) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new LockLostException(revision);
            }
        }
    }

    /** Makes the table, and the schema that it stands in, where they are missing; refuses a table of another format. */
    public void ensure(Session session) throws SQLException {
        Connection connection = session.connection();
        if (reads.isThere(connection, true)) {
            return;
        }
        session.begin();
        for (String sql : statements.creation(!dialect.sessions().schemaExists(connection, name.schema()))) {
            dialect.sessions().execute(connection, sql);
        }
        session.commit();
    }

    private String quoted() {
        return dialect.renderer().quote(name);
    }
}
