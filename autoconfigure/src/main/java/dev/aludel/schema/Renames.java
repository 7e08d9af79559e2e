package dev.aludel.schema;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Old names and new ones, all meant at once: {@code a} may become {@code b} while {@code b} becomes {@code c}.
 *
 * @param columns by the new name of their table and their own old one
 * @param values of named enumerations, and of columns that a check keeps to some texts
 */
public record Renames(
        SortedMap<ObjectName, ObjectName> tables,
        SortedMap<ColumnName, String> columns,
        SortedMap<ObjectName, ObjectName> sequences,
        SortedMap<ValueName, String> values) {

    public static final Renames NONE = new Renames(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /** A column of a table. */
    public record ColumnName(ObjectName table, String column) implements Comparable<ColumnName> {

        private static final Comparator<ColumnName> ORDER =
                Comparator.comparing(ColumnName::table).thenComparing(ColumnName::column);

        @Override
        public int compareTo(ColumnName other) {
            return ORDER.compare(this, other);
        }

        /** {@code users.name}. */
        @Override
        public String toString() {
            return table + "." + column;
        }
    }

    /**
     * A value that rows may hold.
     *
     * @param owner the enumeration, or the table by its new name
     * @param column the column by its new name; empty for an enumeration
     * @param value as it is called before
     */
    public record ValueName(ObjectName owner, String column, String value) implements Comparable<ValueName> {

        private static final Comparator<ValueName> ORDER = Comparator.comparing(ValueName::owner)
                .thenComparing(ValueName::column)
                .thenComparing(ValueName::value);

        @Override
        public int compareTo(ValueName other) {
            return ORDER.compare(this, other);
        }
    }

    /** Renames of relations and columns alone. */
    public Renames(
            SortedMap<ObjectName, ObjectName> tables,
            SortedMap<ColumnName, String> columns,
            SortedMap<ObjectName, ObjectName> sequences) {
        this(tables, columns, sequences, new TreeMap<>());
    }

    public Renames {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        sequences = Collections.unmodifiableSortedMap(new TreeMap<>(sequences));
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public boolean isEmpty() {
        return tables.isEmpty() && columns.isEmpty() && sequences.isEmpty() && values.isEmpty();
    }

    /** The new name of a table; the old one where it stays. */
    public ObjectName table(ObjectName before) {
        return tables.getOrDefault(before, before);
    }

    /** The new name of a sequence; the old one where it stays. */
    public ObjectName sequence(ObjectName before) {
        return sequences.getOrDefault(before, before);
    }

    /** The new name of a column of a table, which goes by its old name here. */
    public String column(ObjectName tableBefore, String before) {
        return columns.getOrDefault(new ColumnName(table(tableBefore), before), before);
    }

    /** The columns of a table that are renamed, from old to new, in order; the table goes by its old name here. */
    public Map<String, String> columnsOf(ObjectName tableBefore) {
        ObjectName table = table(tableBefore);
        Map<String, String> renamed = new TreeMap<>();
        columns.forEach((column, after) -> {
            if (column.table().equals(table)) {
                renamed.put(column.column(), after);
            }
        });
        return renamed;
    }

    /** The values of an enumeration that are renamed, from old to new. */
    public SortedMap<String, String> valuesOf(ObjectName type) {
        return valuesOf(type, "");
    }

    /** The values of a column that are renamed, from old to new; table and column go by their new names. */
    public SortedMap<String, String> valuesOf(ObjectName owner, String column) {
        SortedMap<String, String> renamed = new TreeMap<>();
        values.forEach((value, after) -> {
            if (value.owner().equals(owner) && value.column().equals(column)) {
                renamed.put(value.value(), after);
            }
        });
        return renamed;
    }

    /** These and others. */
    public Renames and(Renames others) {
        return new Renames(
                union(tables, others.tables),
                union(columns, others.columns),
                union(sequences, others.sequences),
                union(values, others.values));
    }

    private static <K, V> SortedMap<K, V> union(Map<K, V> some, Map<K, V> others) {
        SortedMap<K, V> union = new TreeMap<>(some);
        union.putAll(others);
        return union;
    }

    /**
     * What the server would hold after the renames, but for its texts: whatever names a table, a column or a sequence follows, the
     * names of constraints and indexes stay, and an expression is as it was.
     */
    public Schema applyTo(Schema schema) {
        return isEmpty() ? schema : new RenamedSchema(this).of(schema);
    }
}
