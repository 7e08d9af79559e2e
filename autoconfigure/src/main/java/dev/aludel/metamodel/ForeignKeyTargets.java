package dev.aludel.metamodel;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What foreign keys lead to. A reference to an attribute that a joined subclass inherits is read as one to the subclass's table,
 * which has no such column: the table above it is meant, and Hibernate's own statement fails. A reference to columns that are no
 * key is nothing that SQL can say. Left out is a reference that stands within a column, as an attribute of a composite type: no
 * foreign key can begin there.
 */
final class ForeignKeyTargets {

    private final Map<ObjectName, Table> tables;
    private final List<String> refused = new ArrayList<>();

    private ForeignKeyTargets(Schema schema) {
        this.tables =
                schema.tables().stream().collect(toMap(Table::name, Function.identity(), (first, second) -> first));
    }

    /**
     * The schema whose foreign keys lead to the tables that have the columns.
     *
     * @throws UnsupportedMappingException if a foreign key refers to columns that do not exist, or that are no key
     */
    static Schema in(Schema schema) {
        ForeignKeyTargets targets = new ForeignKeyTargets(schema);
        Schema resolved = schema.mapTables(targets::resolve);
        if (!targets.refused.isEmpty()) {
            throw new UnsupportedMappingException(String.join(" ", targets.refused));
        }
        return resolved;
    }

    private Table resolve(Table table) {
        if (table.foreignKeys().stream().allMatch(key -> has(table, key.columns()) && isSound(key))) {
            return table;
        }
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey key) || has(table, key.columns()))
                .map(constraint ->
                        constraint instanceof ForeignKey key && !isSound(key) ? resolve(table, key) : constraint)
                .toList();
        return table.withConstraints(constraints);
    }

    /** A table that the model does not have is the user's own concern. */
    private boolean isSound(ForeignKey key) {
        Table target = tables.get(key.target());
        return target == null || isKey(target, key.targetColumns());
    }

    private ForeignKey resolve(Table table, ForeignKey key) {
        Optional<Table> owner = Optional.ofNullable(tables.get(key.target()));
        while (owner.isPresent() && !has(owner.get(), key.targetColumns())) {
            owner = above(owner.get());
        }
        if (owner.isPresent() && isKey(owner.get(), key.targetColumns())) {
            return key.withTarget(owner.get().name());
        }
        refused.add("The foreign key '%s' of table '%s' refers to %s of table '%s', %s."
                .formatted(
                        key.name(),
                        table.name(),
                        list(key.targetColumns()),
                        owner.map(Table::name).orElse(key.target()),
                        owner.isPresent()
                                ? "on which there is no unique constraint. Declare one, or map the reference with"
                                        + " @ForeignKey(ConstraintMode.NO_CONSTRAINT)"
                                : "which does not have them all. Refer to columns of one table, or map the reference"
                                        + " with @ForeignKey(ConstraintMode.NO_CONSTRAINT)"));
        return key;
    }

    /** The table of the class above, which a joined subclass's primary key refers to. */
    private Optional<Table> above(Table table) {
        return table.constraints().stream()
                .filter(PrimaryKey.class::isInstance)
                .map(PrimaryKey.class::cast)
                .flatMap(primary -> table.foreignKeys().stream()
                        .filter(key -> Set.copyOf(key.columns()).equals(Set.copyOf(primary.columns()))))
                .map(ForeignKey::target)
                .filter(target -> !target.equals(table.name()))
                .filter(tables::containsKey)
                .findFirst()
                .map(tables::get);
    }

    private static boolean has(Table table, List<String> columns) {
        return table.columns().stream().map(Column::name).toList().containsAll(columns);
    }

    private static boolean isKey(Table table, List<String> columns) {
        Set<String> wanted = Set.copyOf(columns);
        return table.constraints().stream().anyMatch(constraint -> wanted.equals(keyOf(constraint)))
                || table.indexes().stream().anyMatch(index -> wanted.equals(index.referableColumns()));
    }

    private static Set<String> keyOf(Constraint constraint) {
        return constraint instanceof PrimaryKey key
                ? Set.copyOf(key.columns())
                : constraint instanceof UniqueConstraint unique ? Set.copyOf(unique.columns()) : Set.of();
    }

    private static String list(List<String> columns) {
        return columns.stream().map(name -> "'" + name + "'").collect(joining(", "));
    }
}
