package dev.aludel.runner;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.ProvenExpression;
import dev.aludel.revision.Revision;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.SchemaObjects;
import dev.aludel.script.Script;
import dev.aludel.script.SqlBody;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table that says which revisions are applied: one row each. */
final class VersionTable {

    private static final int UNKNOWN = -1;

    private static final String ROWS =
            "select revision, down_revisions, message, checksum, applied_at, applied_by, duration_ms, state, done, intent, ordinal from ";

    private final Dialect dialect;
    private final ObjectName name;
    private final boolean setApart;
    private final VersionStatements statements;
    private int lastOrdinal = UNKNOWN;

    private VersionTable(Dialect dialect, ObjectName name, boolean setApart) {
        this.dialect = dialect;
        this.name = name;
        this.setApart = setApart;
        this.statements = new VersionStatements(dialect, name);
    }

    /** The table as a session knows it: in a schema that is spelled out, so that no other one on the path is met. */
    static VersionTable of(Dialect dialect, RunnerSettings settings, String ownSchema) {
        String schema = settings.versionSchema() == null ? ownSchema : settings.versionSchema();
        return new VersionTable(
                dialect, ObjectName.of(schema, settings.versionTable()), settings.versionSchema() != null);
    }

    ObjectName name() {
        return name;
    }

    /** What is done with it, as text. */
    VersionStatements statements() {
        return statements;
    }

    /** Whether it stands in a schema that was chosen for it. */
    boolean isSetApart() {
        return setApart;
    }

    /** What distinguishes this table's lock from that of others in the same database. */
    String lockKey() {
        return name.toString();
    }

    /**
     * The rows, read in one statement on a connection that nothing has prepared.
     *
     * @return empty when there is no table yet
     */
    static Optional<List<VersionRow>> look(Connection connection, Dialect dialect, RunnerSettings settings) {
        String schema = settings.versionSchema() == null ? settings.defaultSchema() : settings.versionSchema();
        VersionTable table = new VersionTable(
                dialect,
                ObjectName.of(schema == null ? "" : schema, settings.versionTable()),
                settings.versionSchema() != null);
        return table.rows(
                connection, schema == null ? " where " + dialect.sessions().inCurrentSchema() : "");
    }

    /** The rows in the order of application; empty when there is no table yet. */
    Optional<List<VersionRow>> rows(Connection connection) {
        return rows(connection, "");
    }

    private Optional<List<VersionRow>> rows(Connection connection, String condition) {
        String sql = ROWS + quoted() + condition + " order by ordinal";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<VersionRow> result = new ArrayList<>();
            while (rows.next()) {
                result.add(row(rows));
            }
            return Optional.of(result);
        } catch (SQLException e) {
            if (dialect.sessions().isMissingTable(e)) {
                return Optional.empty();
            }
            throw new DatabaseException("reading the version table '" + name + "'", e);
        }
    }

    private static VersionRow row(ResultSet row) throws SQLException {
        AppliedRevision revision = new AppliedRevision(
                row.getString("revision"),
                list(row.getString("down_revisions")),
                row.getString("message"),
                row.getString("checksum"),
                row.getTimestamp("applied_at").toInstant(),
                row.getString("applied_by"),
                Duration.ofMillis(row.getLong("duration_ms")));
        String intent = row.getString("intent");
        return new VersionRow(
                revision,
                row.getInt("ordinal"),
                VersionRow.State.of(row.getString("state")),
                list(row.getString("done")),
                intent == null ? null : Intent.parse(intent));
    }

    /** What the applied revisions left to know; nothing where there is no table yet. */
    Remembered remembered(Connection connection) throws SQLException {
        String sql = "select creates, proven from %s where creates <> '' or proven <> '' order by ordinal"
                .formatted(quoted());
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Set<SchemaObject> created = new LinkedHashSet<>();
            List<ProvenExpression> proven = new ArrayList<>();
            while (rows.next()) {
                SchemaObjects.parse(rows.getString("creates")).forEach(object -> add(created, object));
                proven.addAll(ProvenText.parse(rows.getString("proven")));
            }
            return new Remembered(created, proven);
        } catch (SQLException e) {
            if (dialect.sessions().isMissingTable(e)) {
                return Remembered.NONE;
            }
            throw e;
        }
    }

    /**
     * Revisions without their upgrade, as their rows know them. One whose upgrade was interrupted is left out, since nobody knows how
     * far the statements of its downgrade would find what they take back.
     */
    List<Script> stored(Connection connection, List<String> ids) throws SQLException {
        List<Script> scripts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select revision, down_revisions, depends_on, message, transactional, creates, downgrade from "
                                + quoted() + " where state <> 'upgrading' order by ordinal")) {
            while (rows.next()) {
                if (ids.contains(rows.getString("revision"))) {
                    scripts.add(stored(rows));
                }
            }
        }
        return scripts;
    }

    private Script stored(ResultSet row) throws SQLException {
        String downgrade = row.getString("downgrade");
        return new Script(
                new Revision(
                        row.getString("revision"),
                        list(row.getString("down_revisions")),
                        row.getString("message"),
                        Set.of(),
                        list(row.getString("depends_on")),
                        List.of()),
                null,
                SchemaObjects.parse(row.getString("creates")),
                row.getBoolean("transactional"),
                downgrade == null
                        ? "this build has no script of it, and its row has no downgrade, as that of a class and of what is irreversible"
                        : null,
                SqlBody.of("", downgrade == null ? "" : downgrade),
                "its row in '" + name + "'");
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    /** What each applied revision says it created, in the order of application. */
    Map<String, List<SchemaObject>> createdBy(Connection connection) throws SQLException {
        Map<String, List<SchemaObject>> created = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select revision, creates from " + quoted() + " where creates <> '' order by ordinal")) {
            while (rows.next()) {
                created.put(rows.getString("revision"), SchemaObjects.parse(rows.getString("creates")));
            }
        }
        return created;
    }

    private static void add(Set<SchemaObject> created, SchemaObject object) {
        if (object.kind() == SchemaObject.Kind.DROPPED_OBJECT) {
            created.remove(new SchemaObject(SchemaObject.Kind.OBJECT, object.name()));
        } else {
            created.add(object);
        }
    }

    /** Writes down that a revision was begun or applied. */
    void insert(Connection connection, VersionRecord row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into " + quoted()
                + " (revision, down_revisions, depends_on, message, checksum, applied_at, applied_by, duration_ms, state, transactional,"
                + " creates, proven, downgrade, done, ordinal) select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, '', ?"
                + " where " + held())) {
            int i = 0;
            statement.setString(++i, row.script().id());
            statement.setString(++i, String.join(",", row.script().revision().downRevisions()));
            statement.setString(++i, String.join(",", row.script().revision().dependsOn()));
            statement.setString(++i, row.script().revision().message());
            statement.setString(++i, row.checksum());
            statement.setTimestamp(++i, Timestamp.from(row.at()));
            statement.setString(++i, row.by());
            statement.setLong(++i, row.duration().toMillis());
            statement.setString(++i, row.state().text());
            statement.setBoolean(++i, row.script().transactional());
            statement.setString(++i, SchemaObjects.print(row.creates()));
            statement.setString(++i, statements.downgrade(row.script()));
            statement.setInt(++i, nextOrdinal(connection));
            write(connection, statement, row.script().id());
        }
    }

    /** Asked once: it is the lock's holder alone who writes, and a number that a rollback leaves out does no harm. */
    private int nextOrdinal(Connection connection) throws SQLException {
        if (lastOrdinal == UNKNOWN) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select coalesce(max(ordinal), 0) from " + quoted())) {
                row.next();
                lastOrdinal = row.getInt(1);
            }
        }
        return ++lastOrdinal;
    }

    /** Writes down that an upgrade that was begun has come to its end, with what its script is now. */
    void finish(Connection connection, VersionRecord row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update " + quoted()
                + " set state = 'applied', checksum = ?, duration_ms = ?, creates = ?, downgrade = ?, done = '', intent = null"
                + " where revision = ? and " + held())) {
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
    void creates(Connection connection, String revision, List<SchemaObject> creates) throws SQLException {
        update(connection, "set creates = ?", SchemaObjects.print(creates), revision);
    }

    /** Writes down where a revision is; its journal is empty then. */
    void state(Connection connection, String revision, VersionRow.State state) throws SQLException {
        update(connection, "set done = '', intent = null, state = ?", state.text(), revision);
    }

    /** Writes down that a statement is about to run that cannot be written down together with its effect. */
    void intend(Connection connection, String revision, Intent intent) throws SQLException {
        update(connection, "set intent = ?", intent.print(), revision);
    }

    /** Writes down that the statement that was begun did not take effect. */
    void forget(Connection connection, String revision) throws SQLException {
        update(connection, "set intent = nullif(?, '')", "", revision);
    }

    /** Writes down that one more statement of a revision is done. */
    void done(Connection connection, String revision, String checksum) throws SQLException {
        update(connection, "set intent = null, done = concat_ws(',', nullif(done, ''), ?)", checksum, revision);
    }

    /** Writes down the checksum of a script that is taken for what was applied. */
    void accept(Connection connection, String revision, String checksum) throws SQLException {
        update(connection, "set checksum = ?", checksum, revision);
    }

    /** Puts a revision's row into another place in the order of application. */
    void move(Connection connection, String revision, int ordinal) throws SQLException {
        update(connection, "set ordinal = ?", ordinal, revision);
    }

    /** Keeps proven pairs with a revision. */
    void keep(Connection connection, String revision, List<ProvenExpression> proven) throws SQLException {
        update(connection, "set proven = ?", ProvenText.print(proven), revision);
    }

    private void update(Connection connection, String change, Object value, String revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update " + quoted() + " " + change + " where revision = ? and " + held())) {
            statement.setObject(1, value);
            statement.setString(2, revision);
            write(connection, statement, revision);
        }
    }

    void delete(Connection connection, String revision) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from " + quoted() + " where revision = ? and " + held())) {
            statement.setString(1, revision);
            write(connection, statement, revision);
        }
    }

    /** What is written is written under the lock: a session that has lost it changes no row. */
    private String held() {
        return dialect.sessions().holdsLock(lockKey());
    }

    private void write(Connection connection, PreparedStatement change, String revision) throws SQLException {
        if (change.executeUpdate() > 0) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + held())) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new LockLostException(revision);
            }
        }
    }

    /** The table is there, and may be another one or of a later format. */
    void refuseUnknownFormat(Connection connection) throws SQLException {
        String format = dialect.sessions().tableComment(connection, name).orElse("");
        if (!format.equals(VersionStatements.FORMAT)) {
            throw new UnknownFormatException(name, format);
        }
    }

    /** Makes the table, and the schema that it stands in, where they are missing; refuses a table of another format. */
    void ensure(Session session) throws SQLException {
        Connection connection = session.connection();
        if (rows(connection).isPresent()) {
            refuseUnknownFormat(connection);
            return;
        }
        session.begin();
        for (String sql : statements.creation(!dialect.sessions().schemaExists(connection, name.schema()))) {
            session.execute(sql);
        }
        session.commit();
    }

    /**
     * What applied revisions left to know.
     *
     * @param created what they created, without the auxiliary objects that later ones dropped
     * @param proven the pairs of expressions that upgrades proved
     */
    record Remembered(Set<SchemaObject> created, List<ProvenExpression> proven) {

        static final Remembered NONE = new Remembered(Set.of(), List.of());
    }

    private String quoted() {
        return dialect.renderer().quote(name);
    }
}
