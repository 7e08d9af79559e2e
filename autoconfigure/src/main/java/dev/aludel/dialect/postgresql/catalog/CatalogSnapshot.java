package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.postgresql.session.Rows;
import dev.aludel.dialect.postgresql.text.DefaultValues;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Expression;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UserType;
import dev.aludel.schema.Validity;
import dev.aludel.schema.View;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one transaction sees of a catalogue: rows become values, values are grouped by the oid of their table. */
final class CatalogSnapshot {

    private final Connection connection;
    private final String ownSchema;
    private final int version;
    private final List<SchemaObject> others = new ArrayList<>();
    private final Map<Long, Map<Integer, Column>> columns = new HashMap<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private boolean torn;
    private Schema schema = Schema.empty();

    private CatalogSnapshot(Connection connection, String ownSchema) throws SQLException {
        this.connection = connection;
        this.ownSchema = ownSchema;
        this.version = connection.getMetaData().getDatabaseMajorVersion();
    }

    static CatalogSnapshot read(Connection connection, String ownSchema, Set<String> namespaces, Set<ObjectName> views)
            throws SQLException {
        CatalogSnapshot snapshot = new CatalogSnapshot(connection, ownSchema);
        snapshot.read(namespaces, views);
        return snapshot;
    }

    Catalog catalog() {
        return new Catalog(schema, others.stream().sorted().toList(), version);
    }

    /** Whether an object vanished while its definition was being printed. */
    boolean isTorn() {
        return torn;
    }

    private void read(Set<String> namespaces, Set<ObjectName> wantedViews) throws SQLException {
        Set<String> names = new TreeSet<>(namespaces);
        names.add(ownSchema);
        Map<String, Long> oids = new LinkedHashMap<>();
        Array wanted = connection.createArrayOf("name", names.toArray());
        Rows.each(
                connection,
                CatalogQueries.NAMESPACES,
                wanted,
                row -> oids.put(row.getString("nspname"), row.getLong("oid")));
        Array in = connection.createArrayOf("oid", oids.values().toArray());
        Map<Long, Table> tables = tables(in);
        Rows.each(
                connection,
                CatalogQueries.COLUMNS,
                in,
                row -> columns.computeIfAbsent(row.getLong("attrelid"), oid -> new LinkedHashMap<>())
                        .put(row.getInt("attnum"), column(row)));
        Map<Long, List<Constraint>> constraints = constraints(in);
        Map<Long, List<Index>> indexes = indexes(in);
        tables.replaceAll((oid, table) -> table.withColumns(StoredTruths.in(
                        List.copyOf(columns.getOrDefault(oid, Map.of()).values()),
                        constraints.getOrDefault(oid, List.of())))
                .withConstraints(constraints.getOrDefault(oid, List.of()))
                .withIndexes(indexes.getOrDefault(oid, List.of())));
        others.addAll(Rows.of(
                connection,
                CatalogQueries.OTHERS,
                in,
                row -> new SchemaObject(
                        Kind.valueOf(row.getString("kind")), name(row.getString("nspname"), row.getString("name")))));
        List<View> views = wantedViews.isEmpty()
                ? List.of()
                : new StoredViews(connection, oids, ownSchema, this::name).read(wantedViews);
        torn |= views.stream().anyMatch(view -> view.query().declared().isEmpty());
        oids.remove(ownSchema);
        List<UserType> types = new StoredTypes(ownSchema, this::name).read(connection, in);
        schema = new Schema(List.copyOf(oids.keySet()), sorted(tables), sequences, views, types, List.of());
    }

    private static List<Table> sorted(Map<Long, Table> tables) {
        return tables.values().stream()
                .sorted(java.util.Comparator.comparing(Table::name))
                .toList();
    }

    /** The tables alone; sequences go to the sequences, relations of other kinds to the other objects. */
    private Map<Long, Table> tables(Array in) throws SQLException {
        Map<Long, Table> tables = new LinkedHashMap<>();
        Rows.each(connection, CatalogQueries.RELATIONS, in, row -> {
            ObjectName name = name(row.getString("nspname"), row.getString("relname"));
            Kind kind = kind(row);
            if (kind == Kind.TABLE) {
                Table table = new Table(name, List.of(), List.of(), List.of(), row.getString("description"))
                        .withOptions(StoredStorage.table(row));
                tables.put(row.getLong("oid"), table);
            } else if (kind == Kind.SEQUENCE) {
                sequences.add(sequence(name, row));
            } else {
                others.add(new SchemaObject(kind, name));
            }
        });
        return tables;
    }

    private static Kind kind(ResultSet row) throws SQLException {
        if (row.getBoolean("relispartition")) {
            return Kind.PARTITION;
        }
        return switch (row.getString("relkind")) {
            case "v" -> Kind.VIEW;
            case "m" -> Kind.MATERIALIZED_VIEW;
            case "f" -> Kind.FOREIGN_TABLE;
            case "S" -> Kind.SEQUENCE;
            default -> Kind.TABLE;
        };
    }

    private Column column(ResultSet row) throws SQLException {
        String text = row.getBoolean("atthasdef") ? row.getString("expression") : null;
        torn |= row.getBoolean("atthasdef") && text == null;
        String generated = row.getString("attgenerated");
        return new Column(
                row.getString("attname"),
                TypeName.normal(row.getString("type"), ownSchema),
                !row.getBoolean("attnotnull"),
                text == null || !generated.isEmpty() || DefaultValues.isNull(text) ? null : Expression.of(text),
                identity(row.getString("attidentity")),
                text == null || generated.isEmpty()
                        ? null
                        : new GeneratedValue(StoredText.of(text), generated.equals("s")),
                row.getString("collation"),
                row.getString("description"));
    }

    private static @Nullable Identity identity(String code) {
        return switch (code) {
            case "a" -> Identity.ALWAYS;
            case "d" -> Identity.BY_DEFAULT;
            default -> null;
        };
    }

    private Map<Long, List<Constraint>> constraints(Array in) throws SQLException {
        Map<Long, List<Constraint>> constraints = new HashMap<>();
        Rows.each(connection, CatalogQueries.constraints(version), in, row -> {
            StoredConstraint stored = new StoredConstraint(row, columns, this::name);
            if (stored.isNotNull()) {
                Objects.requireNonNull(columns.get(row.getLong("conrelid")))
                        .computeIfPresent(
                                Rows.numbers(row, "conkey").get(0),
                                (number, column) -> column.withNotNull(Validity.NOT_VALID));
                return;
            }
            Constraint constraint = stored.constraint();
            torn |= constraint == null;
            if (constraint != null) {
                constraints
                        .computeIfAbsent(row.getLong("conrelid"), oid -> new ArrayList<>())
                        .add(constraint);
            }
        });
        return constraints;
    }

    private Map<Long, List<Index>> indexes(Array in) throws SQLException {
        Map<Long, List<StoredIndexKey>> keys = new LinkedHashMap<>();
        Rows.each(connection, CatalogQueries.indexes(version), in, row -> {
            StoredIndexKey key = StoredIndexKey.of(row, columns);
            torn |= key.isTorn();
            keys.computeIfAbsent(key.index(), oid -> new ArrayList<>()).add(key);
        });
        Map<Long, List<Index>> indexes = new HashMap<>();
        keys.values().stream()
                .filter(all -> all.stream().noneMatch(StoredIndexKey::isTorn))
                .forEach(all -> indexes.computeIfAbsent(all.get(0).table(), oid -> new ArrayList<>())
                        .add(StoredIndexKey.index(all)));
        return indexes;
    }

    private Sequence sequence(ObjectName name, ResultSet row) throws SQLException {
        String owner = row.getString("owner_table");
        return new Sequence(
                name,
                row.getLong("seqstart"),
                row.getLong("seqincrement"),
                new Sequence.Options(
                        row.getString("type"),
                        row.getLong("seqmin"),
                        row.getLong("seqmax"),
                        row.getLong("seqcache"),
                        row.getBoolean("seqcycle")),
                owner == null
                        ? null
                        : new Sequence.Owner(
                                name(row.getString("owner_schema"), owner), row.getString("owner_column")));
    }

    private ObjectName name(String namespace, String name) {
        return ObjectName.of(namespace.equals(ownSchema) ? "" : namespace, name);
    }
}
