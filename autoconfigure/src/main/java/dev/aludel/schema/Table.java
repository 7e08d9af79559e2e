package dev.aludel.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param columns in the order of creation, which is not compared
 * @param constraints at most one primary key among them
 * @param indexes those that no constraint owns
 * @param comment the table's comment
 * @param options how it is stored
 * @param rows statements that fill a new table; what stands in a table is not compared
 */
public record Table(
        ObjectName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        @Nullable String comment,
        TableOptions options,
        List<String> rows) {

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        rows = List.copyOf(rows);
    }

    /** An empty table that is stored as any other. */
    public Table(
            ObjectName name,
            List<Column> columns,
            List<Constraint> constraints,
            List<Index> indexes,
            @Nullable String comment) {
        this(name, columns, constraints, indexes, comment, TableOptions.NONE, List.of());
    }

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    public Optional<PrimaryKey> primaryKey() {
        return constraints(PrimaryKey.class).stream().findFirst();
    }

    public List<ForeignKey> foreignKeys() {
        return constraints(ForeignKey.class);
    }

    /** The constraints of one kind. */
    public <C extends Constraint> List<C> constraints(Class<C> kind) {
        return constraints.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public Table withName(ObjectName other) {
        return new Table(other, columns, constraints, indexes, comment, options, rows);
    }

    public Table withColumns(List<Column> other) {
        return new Table(name, other, constraints, indexes, comment, options, rows);
    }

    public Table withConstraints(List<? extends Constraint> other) {
        return new Table(name, columns, List.copyOf(other), indexes, comment, options, rows);
    }

    public Table withIndexes(List<Index> other) {
        return new Table(name, columns, constraints, other, comment, options, rows);
    }

    public Table withComment(@Nullable String other) {
        return new Table(name, columns, constraints, indexes, other, options, rows);
    }

    public Table withOptions(TableOptions other) {
        return new Table(name, columns, constraints, indexes, comment, other, rows);
    }

    public Table withRows(List<String> other) {
        return new Table(name, columns, constraints, indexes, comment, options, other);
    }

    /** The table with those constraints alone that pass the test. */
    public Table keeping(Predicate<Constraint> test) {
        return withConstraints(constraints.stream().filter(test).toList());
    }
}
