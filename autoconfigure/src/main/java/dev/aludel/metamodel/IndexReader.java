package dev.aludel.metamodel;

import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

/** The indexes of a table, as Hibernate's StandardIndexExporter prints them. */
final class IndexReader {

    List<Index> read(Table table, TableColumns columns) {
        return table.getIndexes().values().stream()
                .map(index -> read(index, columns))
                .toList();
    }

    private static Index read(org.hibernate.mapping.Index index, TableColumns columns) {
        return Index.of(name(index), index.isUnique(), new Keys(index, columns).read())
                .withOptions(Texts.orEmpty(index.getOptions()));
    }

    /** Hibernate prints it without quotes, even where the mapping has them. */
    private static ConstraintName name(org.hibernate.mapping.Index index) {
        String name = Names.ofPrinted(index.getName());
        return Names.isGenerated(name) ? ConstraintName.implicit(name) : ConstraintName.of(name);
    }

    /**
     * The keys of one index. Hibernate splits a column list at every comma, also within an expression:
     * {@code (coalesce(a, b))} arrives as {@code (coalesce(a} and {@code b))}, and is put together again here.
     */
    private static final class Keys {

        private final org.hibernate.mapping.Index index;
        private final TableColumns columns;
        private final List<IndexKey> keys = new ArrayList<>();
        private String unfinished = "";

        Keys(org.hibernate.mapping.Index index, TableColumns columns) {
            this.index = index;
            this.columns = columns;
        }

        List<IndexKey> read() {
            index.getSelectables().forEach(this::add);
            if (!unfinished.isEmpty()) {
                throw new UnsupportedMappingException("The " + label() + " of table '" + columns.table()
                        + "' has the expression '" + unfinished + "', whose parentheses do not close. Close them.");
            }
            return keys;
        }

        private void add(Selectable selectable) {
            boolean descending = "desc".equals(index.getSelectableOrderMap().get(selectable));
            if (unfinished.isEmpty() && selectable instanceof Column column) {
                keys.add(column(columns.resolve(column, label()), descending));
                return;
            }
            String text = selectable instanceof Column column ? column.getName() : selectable.getText();
            String expression = unfinished.isEmpty() ? text : unfinished + ", " + text;
            if (Texts.openParentheses(expression) > 0) {
                unfinished = expression;
            } else {
                unfinished = "";
                keys.add(expression(Texts.withoutParentheses(expression), descending));
            }
        }

        /** A column in parentheses is the column for PostgreSQL too. */
        private IndexKey expression(String text, boolean descending) {
            return columns.find(Names.ofPrinted(text))
                    .map(name -> column(name, descending))
                    .orElseGet(() -> new IndexKey(Expression.of(text), false, descending, descending, ""));
        }

        private static IndexKey column(String name, boolean descending) {
            return descending ? IndexKey.descending(name) : IndexKey.column(name);
        }

        private String label() {
            ConstraintName name = name(index);
            return name.implicit() ? "unnamed index" : "index '" + name + "'";
        }
    }
}
