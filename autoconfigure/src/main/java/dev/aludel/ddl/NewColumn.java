package dev.aludel.ddl;

import dev.aludel.schema.Column;
import dev.aludel.schema.Expression;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Identity;

/** A column as it is made: it takes NULL and has no default unless said otherwise. */
public final class NewColumn {

    private Column column;

    NewColumn(String name, String type) {
        this.column = Column.of(name, type, true);
    }

    /**
     * It must have a value. {@code t.column("name", "varchar(255)").notNull()}
     */
    public NewColumn notNull() {
        column = column.withNullable(false);
        return this;
    }

    /**
     * What a row gets that brings no value, as SQL. {@code t.column("state", "varchar(20)").defaultValue("'open'")}
     */
    public NewColumn defaultValue(String expression) {
        column = column.withDefaultValue(Expression.of(expression));
        return this;
    }

    /**
     * The database numbers the rows, unless an insert brings a number. {@code t.column("id", "bigint").notNull().identity()}
     */
    public NewColumn identity() {
        column = column.withIdentity(Identity.BY_DEFAULT);
        return this;
    }

    /**
     * The database numbers the rows, always. {@code t.column("id", "bigint").notNull().identityAlways()}
     */
    public NewColumn identityAlways() {
        column = column.withIdentity(Identity.ALWAYS);
        return this;
    }

    /**
     * Its value is computed from others of the row, and stored.
     * {@code t.column("total", "numeric(12, 2)").generated("price * quantity")}
     */
    public NewColumn generated(String expression) {
        column = column.withGenerated(new GeneratedValue(Expression.of(expression), true));
        return this;
    }

    /**
     * Its value is computed when it is read (PostgreSQL 18).
     * {@code t.column("total", "numeric(12, 2)").generatedVirtual("price * quantity")}
     */
    public NewColumn generatedVirtual(String expression) {
        column = column.withGenerated(new GeneratedValue(Expression.of(expression), false));
        return this;
    }

    /**
     * How its texts are sorted and compared. {@code t.column("name", "text").collation("de-x-icu")}
     */
    public NewColumn collation(String name) {
        column = column.withCollation(name);
        return this;
    }

    /**
     * A comment on it. {@code t.column("vat", "numeric(5, 2)").comment("in per cent")}
     */
    public NewColumn comment(String text) {
        column = column.withComment(text);
        return this;
    }

    /**
     * What the rows that are there get, as SQL; unlike a default it does not stay.
     * {@code t.addColumn("email", "varchar(255)").notNull().fill("name || '@example.org'")}
     */
    public NewColumn fill(String expression) {
        column = column.withValues(column.values().withFill(expression));
        return this;
    }

    Column column() {
        return column;
    }
}
