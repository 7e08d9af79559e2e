package dev.aludel.metamodel;

import dev.aludel.schema.Expression;
import dev.aludel.schema.IndexKey;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an index, as Hibernate's exporter prints them. Hibernate splits a column list at every comma, also within an
 * expression: {@code (coalesce(a, b))} arrives as {@code (coalesce(a} and {@code b))}, and is put together again here. A key that
 * says more than a column, such as {@code title varchar_pattern_ops nulls last}, stays one text, which the dialect reads.
 */
final class IndexKeys {

    private final TableColumns columns;
    private final String label;
    private final List<IndexKey> keys = new ArrayList<>();
    private String unfinished = "";

    /** @param label what names the keys, such as {@code index 'users_email_idx'} */
    IndexKeys(TableColumns columns, String label) {
        this.columns = columns;
        this.label = label;
    }

    /**
     * Adds the next part of the column list.
     *
     * @param order {@code asc} or {@code desc}, which Hibernate cuts off its end
     */
    void add(Selectable part, @Nullable String order) {
        String text = part instanceof Column column ? printed(column) : part.getText();
        boolean descending = "desc".equals(order);
        String printed = unfinished.isEmpty() ? text : unfinished + ", " + text;
        if (unfinished.isEmpty() && part instanceof Column column && !columns.isMoreThanName(column)) {
            keys.add(column(columns.resolve(column, label), descending));
        } else if (Texts.openParentheses(printed) > 0) {
            unfinished = order == null ? printed : printed + " " + order;
        } else {
            unfinished = "";
            columns.requireLeading(printed, label);
            keys.add(expression(Texts.withoutParentheses(printed), descending));
        }
    }

    List<IndexKey> read() {
        if (!unfinished.isEmpty()) {
            throw new UnsupportedMappingException("The " + label + " of table '" + columns.table()
                    + "' has the expression '" + unfinished + "', whose parentheses do not close. Close them.");
        }
        return keys;
    }

    /** Hibernate also puts quotes around what is no name, such as {@code b))}. */
    private String printed(Column column) {
        boolean quoted = column.isQuoted() && columns.has(column);
        return quoted ? '"' + column.getName() + '"' : column.getName();
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
}
