package dev.aludel.metamodel;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Index;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/**
 * Primary key and unique constraints of a table, in the order in which Hibernate's CreateTableUniqueDelegate prints them:
 * {@code unique} at the column, the primary key, then the constraints of the table.
 */
final class KeyReader {

    private final Mapping mapping;

    KeyReader(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The keys that a fresh creation leaves, redundant ones taken out as PostgreSQL does. */
    List<Constraint> read(Table table, TableColumns columns) {
        List<Constraint> keys = new ArrayList<>();
        if (table.hasPrimaryKey()) {
            keys.add(primaryKey(table.getPrimaryKey()));
        }
        for (Column column : mapping.order().columns(table)) {
            if (column.isUnique() && !table.isPrimaryKey(column)) {
                keys.add(UniqueConstraint.of(ConstraintName.unnamed(), List.of(Names.of(column))));
            }
        }
        for (UniqueKey key : table.getUniqueKeys().values()) {
            if (!isInline(key, table) && !isIndex(key, columns)) {
                keys.add(unique(key, columns));
            }
        }
        return RedundantKeys.removedFrom(keys);
    }

    /**
     * Unique keys that say more of a column than its name, from {@code @Index(unique = true, columnList = "a desc")}. Hibernate
     * prints {@code unique (a desc)}, which is no SQL; an index was meant and can say it.
     */
    List<Index> readIndexes(Table table, TableColumns columns) {
        return table.getUniqueKeys().values().stream()
                .filter(key -> isIndex(key, columns))
                .map(key -> index(key, columns))
                .toList();
    }

    private PrimaryKey primaryKey(org.hibernate.mapping.PrimaryKey key) {
        UniqueKey ordering = key.getOrderingUniqueKey();
        ConstraintName name = ordering != null && ordering.isNameExplicit() ? name(ordering) : ConstraintName.unnamed();
        return new PrimaryKey(
                name, mapping.order().columns(key).stream().map(Names::of).toList());
    }

    /** The unique key of a column that is unique itself: it is printed at the column, and loses its name there. */
    private static boolean isInline(UniqueKey key, Table table) {
        if (key.getColumnSpan() != 1) {
            return false;
        }
        Column column = table.getColumn(key.getColumn(0));
        return key.getColumn(0).isUnique() || (column != null && column.isUnique());
    }

    private static boolean isIndex(UniqueKey key, TableColumns columns) {
        return key.getColumnOrderMap().containsValue("desc")
                || key.getColumns().stream().anyMatch(columns::isMoreThanName);
    }

    private static UniqueConstraint unique(UniqueKey key, TableColumns columns) {
        List<String> names = key.getColumns().stream()
                .map(column -> columns.resolve(column, label(key)))
                .toList();
        return new UniqueConstraint(name(key), names, true, Texts.orEmpty(key.getOptions()));
    }

    private static Index index(UniqueKey key, TableColumns columns) {
        IndexKeys keys = new IndexKeys(columns, label(key));
        key.getColumns()
                .forEach(column -> keys.add(column, key.getColumnOrderMap().get(column)));
        ConstraintName name =
                key.isNameExplicit() ? name(key) : ConstraintName.implicit(Names.ofPrinted(key.getName()));
        return Index.of(name, true, keys.read()).withOptions(Texts.orEmpty(key.getOptions()));
    }

    /** Hibernate prints a chosen name only, so the server makes the others. */
    private static ConstraintName name(UniqueKey key) {
        return key.isNameExplicit() ? ConstraintName.of(Names.ofPrinted(key.getName())) : ConstraintName.unnamed();
    }

    private static String label(UniqueKey key) {
        return key.isNameExplicit()
                ? "unique constraint '" + Names.ofPrinted(key.getName()) + "'"
                : "unnamed unique constraint";
    }
}
