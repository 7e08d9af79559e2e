package dev.aludel.runner;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.ProvenExpression;
import dev.aludel.operation.AlterTableComment;
import dev.aludel.operation.CreateSchema;
import dev.aludel.operation.CreateTable;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.script.Body;
import dev.aludel.script.JavaBody;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table that says which revisions are applied: one row each. */
final class VersionTable {

    /** What the table's comment says, so that a later format is recognised. */
    static final String FORMAT = "aludel 1";

    private static final int UNKNOWN = -1;

    private static final String ROWS =
            "select revision, down_revisions, message, checksum, applied_at, applied_by, duration_ms, state, ordinal from ";

    private final Dialect dialect;
    private final ObjectName name;
    private final boolean setApart;
    private int lastOrdinal = UNKNOWN;

    private VersionTable(Dialect dialect, ObjectName name, boolean setApart) {
        this.dialect = dialect;
        this.name = name;
        this.setApart = setApart;
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
        String parents = row.getString("down_revisions");
        AppliedRevision revision = new AppliedRevision(
                row.getString("revision"),
                parents.isEmpty() ? List.of() : List.of(parents.split(",")),
                row.getString("message"),
                row.getString("checksum"),
                row.getTimestamp("applied_at").toInstant(),
                row.getString("applied_by"),
                Duration.ofMillis(row.getLong("duration_ms")));
        return new VersionRow(
                revision, row.getInt("ordinal"), row.getString("state").equals("applied"));
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
                + " (revision, down_revisions, depends_on, message, checksum, applied_at, applied_by, duration_ms, state, creates, proven,"
                + " downgrade, ordinal) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)")) {
            int i = 0;
            statement.setString(++i, row.script().id());
            statement.setString(++i, String.join(",", row.script().revision().downRevisions()));
            statement.setString(++i, String.join(",", row.script().revision().dependsOn()));
            statement.setString(++i, row.script().revision().message());
            statement.setString(++i, row.checksum());
            statement.setTimestamp(++i, Timestamp.from(row.at()));
            statement.setString(++i, row.by());
            statement.setLong(++i, row.duration().toMillis());
            statement.setString(++i, row.finished() ? "applied" : "running");
            statement.setString(++i, SchemaObjects.print(row.creates()));
            statement.setString(++i, downgrade(row.script()));
            statement.setInt(++i, nextOrdinal(connection));
            statement.executeUpdate();
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

    /**
     * The statements of the downgrade, without the comments between them; null where there is no way back, and for a class, whose
     * downgrade is known only when it runs.
     */
    private @Nullable String downgrade(Script script) {
        return script.irreversible() != null
                ? null
                : script.body().accept(new Downgrade()).orElse(null);
    }

    private final class Downgrade implements Body.Visitor<Optional<String>> {

        @Override
        public Optional<String> sql(SqlBody body) {
            return Optional.of(dialect.lexer().split(body.downgrade()).stream()
                    .map(statement -> statement.sql() + ";")
                    .collect(Collectors.joining("\n")));
        }

        @Override
        public Optional<String> java(JavaBody body) {
            return Optional.empty();
        }
    }

    /** The statement that writes down a revision, for a script that is to be run elsewhere. */
    String insertStatement(VersionRecord row) {
        List<String> values = List.of(
                literal(row.script().id()),
                literal(String.join(",", row.script().revision().downRevisions())),
                literal(String.join(",", row.script().revision().dependsOn())),
                literal(row.script().revision().message()),
                literal(row.checksum()),
                "current_timestamp",
                "current_user",
                "0",
                literal(row.finished() ? "applied" : "running"),
                literal(SchemaObjects.print(row.creates())),
                "''",
                Optional.ofNullable(downgrade(row.script())).map(this::literal).orElse("null"),
                "(select coalesce(max(ordinal), 0) + 1 from " + quoted() + ")");
        return "insert into " + quoted()
                + " (revision, down_revisions, depends_on, message, checksum, applied_at, applied_by, duration_ms, state, creates, proven, downgrade, ordinal)\nvalues ("
                + String.join(", ", values) + ")";
    }

    String deleteStatement(String revision) {
        return "delete from " + quoted() + " where revision = " + literal(revision);
    }

    /** The statement that writes down whether a revision has run to its end. */
    String stateStatement(String revision, boolean finished) {
        return "update " + quoted() + " set state = " + literal(finished ? "applied" : "running") + " where revision = "
                + literal(revision);
    }

    String purgeStatement() {
        return "delete from " + quoted();
    }

    /** A condition in SQL. */
    String isApplied(String revision) {
        return "exists (select from " + quoted() + " where revision = " + literal(revision) + ")";
    }

    /** A condition in SQL. */
    String isNotApplied(String revision) {
        return "not " + isApplied(revision);
    }

    /** A condition in SQL: a revision was begun and not finished. */
    String isInterrupted() {
        return "exists (select from " + quoted() + " where state <> 'applied')";
    }

    /** Writes down that a revision that was begun has run to its end. */
    void finish(Connection connection, String revision, Duration duration) throws SQLException {
        update(connection, "set state = 'applied', duration_ms = ?", duration.toMillis(), revision);
    }

    /** What a revision that was begun turned out to make. */
    void creates(Connection connection, String revision, List<SchemaObject> creates) throws SQLException {
        update(connection, "set creates = ?", SchemaObjects.print(creates), revision);
    }

    void begun(Connection connection, String revision) throws SQLException {
        update(connection, "set state = ?", "running", revision);
    }

    /** Keeps proven pairs with a revision. */
    void keep(Connection connection, String revision, List<ProvenExpression> proven) throws SQLException {
        update(connection, "set proven = ?", ProvenText.print(proven), revision);
    }

    private void update(Connection connection, String change, Object value, String revision) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update " + quoted() + " " + change + " where revision = ?")) {
            statement.setObject(1, value);
            statement.setString(2, revision);
            statement.executeUpdate();
        }
    }

    void delete(Connection connection, String revision) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from " + quoted() + " where revision = ?")) {
            statement.setString(1, revision);
            statement.executeUpdate();
        }
    }

    /** The table is there, and may be another one or of a later format. */
    void refuseUnknownFormat(Connection connection) throws SQLException {
        String format = dialect.sessions().tableComment(connection, name).orElse("");
        if (!format.equals(FORMAT)) {
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
        for (String sql : creation(!dialect.sessions().schemaExists(connection, name.schema()))) {
            session.execute(sql);
        }
        session.commit();
    }

    /** The statements that make the table. */
    List<String> creation(boolean withSchema) {
        List<String> statements = new ArrayList<>();
        if (withSchema) {
            statements.addAll(dialect.renderer().render(new CreateSchema(name.schema())));
        }
        statements.addAll(dialect.renderer().render(new CreateTable(table())));
        statements.addAll(dialect.renderer().render(new AlterTableComment(name, null, FORMAT)));
        return statements;
    }

    private Table table() {
        return new Table(
                name,
                List.of(
                        Column.of("revision", "text", false),
                        Column.of("down_revisions", "text", false),
                        Column.of("depends_on", "text", false),
                        Column.of("message", "text", false),
                        Column.of("checksum", "text", false),
                        Column.of("applied_at", "timestamp with time zone", false),
                        Column.of("applied_by", "text", false),
                        Column.of("duration_ms", "bigint", false),
                        Column.of("state", "text", false),
                        Column.of("creates", "text", false),
                        Column.of("proven", "text", false),
                        Column.of("downgrade", "text", true),
                        Column.of("ordinal", "integer", false)),
                List.of(new PrimaryKey(ConstraintName.of(name.name() + "_pkey"), List.of("revision"))),
                List.of(),
                null);
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

    private String literal(String text) {
        return dialect.renderer().literal(text);
    }
}
