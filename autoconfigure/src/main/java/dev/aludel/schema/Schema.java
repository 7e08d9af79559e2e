package dev.aludel.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The relational model of one unit: what an application's entities mean, or what a database holds.
 *
 * @param namespaces the database schemas that its objects stand in, without the unit's own
 */
public record Schema(List<String> namespaces, List<Table> tables, List<Sequence> sequences, List<View> views) {

    public Schema {
        namespaces = List.copyOf(namespaces);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        views = List.copyOf(views);
    }

    /** A schema without views. */
    public Schema(List<String> namespaces, List<Table> tables, List<Sequence> sequences) {
        this(namespaces, tables, sequences, List.of());
    }

    public static Schema empty() {
        return new Schema(List.of(), List.of(), List.of());
    }

    public Optional<Table> table(ObjectName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    public Schema withTables(List<Table> other) {
        return new Schema(namespaces, other, sequences, views);
    }

    public Schema withSequences(List<Sequence> other) {
        return new Schema(namespaces, tables, other, views);
    }

    public Schema withViews(List<View> other) {
        return new Schema(namespaces, tables, sequences, other);
    }

    /** The schema with each table changed. */
    public Schema mapTables(UnaryOperator<Table> change) {
        return withTables(tables.stream().map(change).toList());
    }
}
