package dev.aludel.runner.version;

import dev.aludel.compare.Remembered;
import dev.aludel.dialect.Deviation;
import dev.aludel.dialect.Deviation.Kind;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.OwnSql;
import dev.aludel.dialect.ProvenExpression;
import dev.aludel.dialect.TableGuard.GuardedRows;
import dev.aludel.dialect.TableGuard.OwnTable;
import dev.aludel.dialect.TableGuard.RowReader;
import dev.aludel.revision.Revision;
import dev.aludel.runner.session.DatabaseException;
import dev.aludel.runner.session.Sentences;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.script.SchemaObjects;
import dev.aludel.script.Script;
import dev.aludel.script.SqlBody;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the version table, where it is the one that Aludel made. */
public final class VersionReads {

    private final Dialect dialect;
    private final ObjectName name;
    private final Table table;
    private final String quoted;
    private final OwnSql sql;

    /** @param name without schema for the connection's current one */
    VersionReads(Dialect dialect, ObjectName name) {
        this.dialect = dialect;
        this.sql = dialect.ownSql();
        this.name = name;
        this.table = new VersionStatements(dialect, name).table();
        this.quoted = dialect.renderer().quote(name);
    }

    /**
     * Tells whether the table is there.
     *
     * @param forWriting whether it is about to be written
     * @throws AlteredTableException where it is another one
     */
    public boolean isThere(Connection connection, boolean forWriting) throws SQLException {
        List<Deviation> deviations = dialect.tableGuard().deviations(connection, new OwnTable(table, forWriting));
        return deviations.isEmpty() || !isAbsent(deviations);
    }

    /** The rows, in one statement; empty where there is no table. */
    public Optional<History> history(Connection connection, boolean forWriting) {
        RowReading reading = new RowReading(dialect, quoted);
        String select = "select " + RowReading.COLUMNS + " from " + quoted + " order by ordinal, revision";
        return read(connection, forWriting, select, reading::row).map(found -> {
            List<VersionRow> rows = found.stream().flatMap(Optional::stream).toList();
            reading.compare(rows, dialect.tableGuard().removalOfDuplicates(table));
            return new History(name, rows, reading.alterations());
        });
    }

    /** What the applied revisions left to know; nothing where there is no table yet. */
    public Remembered remembered(Connection connection) {
        String select = "select revision, creates, proven from %s where %s or %s order by ordinal"
                .formatted(quoted, sql.unequal("creates", "''"), sql.unequal("proven", "''"));
        Set<SchemaObject> created = new LinkedHashSet<>();
        List<ProvenExpression> proven = new ArrayList<>();
        read(connection, false, select, row -> {
            creates(row).forEach(object -> add(created, object));
            return proven.addAll(proven(row));
        });
        return new Remembered(created, proven);
    }

    /** What each applied revision says it created, in the order of application. */
    public Map<String, List<SchemaObject>> createdBy(Connection connection) {
        Map<String, List<SchemaObject>> created = new LinkedHashMap<>();
        read(
                connection,
                false,
                "select revision, creates from %s where %s order by ordinal"
                        .formatted(quoted, sql.unequal("creates", "''")),
                row -> created.put(row.getString("revision"), creates(row)));
        return created;
    }

    /**
     * Revisions without their upgrade, as their rows know them. One whose upgrade was interrupted is left out, since nobody knows how
     * far the statements of its downgrade would find what they take back.
     */
    public List<Script> stored(Connection connection, List<String> ids) {
        String select = "select revision, down_revisions, depends_on, message, transactional, creates, downgrade from "
                + quoted + " where " + sql.unequal("state", "'upgrading'") + " order by ordinal";
        return read(
                        connection,
                        false,
                        select,
                        row -> ids.contains(row.getString("revision"))
                                ? Optional.of(stored(row))
                                : Optional.<Script>empty())
                .orElse(List.of())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Script stored(ResultSet row) throws SQLException {
        String downgrade = row.getString("downgrade");
        String dependsOn = row.getString("depends_on");
        return new Script(
                new Revision(
                        row.getString("revision"),
                        VersionRow.list(row.getString("down_revisions")),
                        row.getString("message"),
                        Set.of(),
                        dependsOn == null ? List.of() : VersionRow.list(dependsOn),
                        List.of()),
                null,
                creates(row),
                row.getBoolean("transactional"),
                downgrade == null
                        ? "this build has no script of it, and its row has no downgrade, as that of a class and of what is irreversible"
                        : null,
                SqlBody.of("", downgrade == null ? "" : downgrade),
                "its row in '" + name + "'");
    }

    private List<SchemaObject> creates(ResultSet row) throws SQLException {
        String text = row.getString("creates");
        try {
            return SchemaObjects.parse(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw broken(
                    row.getString("revision"),
                    "creates",
                    "says that it created %s.".formatted(e.getMessage()),
                    "Run '%s', with what the header 'creates' of its script lists between the quotes.");
        }
    }

    private List<ProvenExpression> proven(ResultSet row) throws SQLException {
        String text = row.getString("proven");
        Optional<List<ProvenExpression>> proven = ProvenText.parse(text == null ? "" : text);
        if (proven.isEmpty()) {
            throw broken(
                    row.getString("revision"),
                    "proven",
                    "has no list of proven expressions.",
                    "Run '%s': they are proven again.");
        }
        return proven.get();
    }

    private AlteredHistoryException broken(String id, String column, String fact, String remedy) {
        String update = "update %s set %s = '' where revision = %s"
                .formatted(quoted, column, dialect.renderer().literal(id));
        return new AlteredHistoryException(
                name,
                List.of(new Alteration(
                        Alteration.ROW,
                        id,
                        "The row of revision '%s' %s".formatted(id, fact),
                        remedy.formatted(update))));
    }

    private static void add(Set<SchemaObject> created, SchemaObject object) {
        if (object.kind() == SchemaObject.Kind.DROPPED_OBJECT) {
            created.remove(new SchemaObject(SchemaObject.Kind.OBJECT, object.name()));
        } else {
            created.add(object);
        }
    }

    private <T> Optional<List<T>> read(Connection connection, boolean forWriting, String select, RowReader<T> reader) {
        try {
            GuardedRows<T> found =
                    dialect.tableGuard().read(connection, new OwnTable(table, forWriting), select, reader);
            return isAbsent(found.deviations()) ? Optional.empty() : Optional.of(found.rows());
        } catch (SQLException e) {
            throw new DatabaseException("reading the version table '" + name + "'", e);
        }
    }

    /** Refuses all but absence. */
    private boolean isAbsent(List<Deviation> deviations) {
        if (deviations.stream().anyMatch(deviation -> deviation.kind() == Kind.ABSENT)) {
            return true;
        }
        Set<Kind> kinds = deviations.stream().map(Deviation::kind).collect(Collectors.toSet());
        deviations.stream()
                .filter(deviation -> deviation.kind() == Kind.COMMENT && !kinds.contains(Kind.OWNER))
                .filter(deviation -> !deviation.object().isEmpty() || kinds.contains(Kind.MISSING_COLUMN))
                .findFirst()
                .ifPresent(format -> {
                    throw new UnknownFormatException(name, Sentences.visible(format.object()));
                });
        if (!deviations.isEmpty()) {
            throw new AlteredTableException(name, deviations);
        }
        return false;
    }
}
