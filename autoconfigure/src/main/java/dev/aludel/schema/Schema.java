package dev.aludel.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The relational model of one unit: what an application's entities mean, or what a database holds.
 *
 * @param namespaces the database schemas that its objects stand in, without the unit's own
 * @param types the types that its columns may have beside the server's own; one that has another as an attribute comes after it
 * @param objects what only its own statements describe: in a database, what applied revisions say they made
 */
public record Schema(
        List<String> namespaces,
        List<Table> tables,
        List<Sequence> sequences,
        List<View> views,
        List<UserType> types,
        List<AuxiliaryObject> objects) {

    public Schema {
        namespaces = List.copyOf(namespaces);
        tables = NamedTables.copyOf(tables);
        sequences = List.copyOf(sequences);
        views = List.copyOf(views);
        types = List.copyOf(types);
        objects = List.copyOf(objects);
    }

    /** A schema of tables and sequences alone. */
    public Schema(List<String> namespaces, List<Table> tables, List<Sequence> sequences) {
        this(namespaces, tables, sequences, List.of(), List.of(), List.of());
    }

    public static Schema empty() {
        return new Schema(List.of(), List.of(), List.of());
    }

    public Optional<Table> table(ObjectName name) {
        return NamedTables.copyOf(tables).find(name);
    }

    public Schema withNamespaces(List<String> other) {
        return new Schema(other, tables, sequences, views, types, objects);
    }

    public Schema withTables(List<Table> other) {
        return new Schema(namespaces, other, sequences, views, types, objects);
    }

    public Schema withSequences(List<Sequence> other) {
        return new Schema(namespaces, tables, other, views, types, objects);
    }

    public Schema withViews(List<View> other) {
        return new Schema(namespaces, tables, sequences, other, types, objects);
    }

    public Schema withTypes(List<UserType> other) {
        return new Schema(namespaces, tables, sequences, views, other, objects);
    }

    public Schema withObjects(List<AuxiliaryObject> other) {
        return new Schema(namespaces, tables, sequences, views, types, other);
    }

    /** The schema with each table changed. */
    public Schema mapTables(UnaryOperator<Table> change) {
        return withTables(tables.stream().map(change).toList());
    }
}
