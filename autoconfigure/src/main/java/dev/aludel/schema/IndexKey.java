package dev.aludel.schema;

/**
 * One key of an index.
 *
 * @param expression the column's name, or an expression in parentheses' stead
 * @param isColumn whether {@code expression} is the plain name of a column
 * @param descending whether the order is descending
 * @param nullsFirst whether NULLs come first; by default they do when descending
 * @param options collation and operator class, where they are not the defaults, as they stand in SQL; empty for none
 */
public record IndexKey(
        Expression expression, boolean isColumn, boolean descending, boolean nullsFirst, String options) {

    /** An ascending column. */
    public static IndexKey column(String name) {
        return new IndexKey(Expression.of(name), true, false, false, "");
    }

    /** A descending column. */
    public static IndexKey descending(String name) {
        return new IndexKey(Expression.of(name), true, true, true, "");
    }

    public static IndexKey expression(Expression expression) {
        return new IndexKey(expression, false, false, false, "");
    }

    public IndexKey withExpression(Expression other) {
        return new IndexKey(other, isColumn, descending, nullsFirst, options);
    }

    public IndexKey withOptions(String other) {
        return new IndexKey(expression, isColumn, descending, nullsFirst, other);
    }

    public boolean concerns(String column) {
        return isColumn ? expression.declared().equals(column) : expression.mentions(column);
    }
}
