package dev.aludel.ddl;

import dev.aludel.schema.Column;
import dev.aludel.schema.Expression;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Identity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes of a column, and what of it must be known for that: how its values are to be carried over follows from both. */
public final class ColumnChange {

    private Column before;
    private Column after;

    ColumnChange(String name, String existingType) {
        this.before = Column.of(name, existingType, true);
        this.after = before;
    }

    /**
     * Its type changes, its values are converted. {@code t.alterColumn("age", "varchar(10)").type("integer")}
     */
    public ColumnChange type(String type) {
        after = after.withType(type);
        return this;
    }

    /**
     * It must have a value from now on. {@code t.alterColumn("email", "varchar(255)").notNull().fill("''")}
     */
    public ColumnChange notNull() {
        before = before.withNullable(true);
        after = after.withNullable(false);
        return this;
    }

    /**
     * It takes NULL from now on. {@code t.alterColumn("email", "varchar(255)").nullable()}
     */
    public ColumnChange nullable() {
        before = before.withNullable(false);
        after = after.withNullable(true);
        return this;
    }

    /**
     * It must have a value, as before; needed where the column is made anew to be computed.
     * {@code t.alterColumn("total", "integer").existingNotNull().generated("a + b")}
     */
    public ColumnChange existingNotNull() {
        before = before.withNullable(false);
        after = after.withNullable(false);
        return this;
    }

    /**
     * What rows without a value get when the column comes to need one, as SQL; it does not stay.
     * {@code t.alterColumn("email", "varchar(255)").notNull().fill("''")}
     */
    public ColumnChange fill(String expression) {
        after = after.withValues(after.values().withFill(expression));
        return this;
    }

    /**
     * What a row gets from now on that brings no value, as SQL.
     * {@code t.alterColumn("state", "varchar(20)").defaultValue("'open'")}
     */
    public ColumnChange defaultValue(String expression) {
        after = after.withDefaultValue(Expression.of(expression));
        return this;
    }

    /**
     * It has no default from now on. {@code t.alterColumn("state", "varchar(20)").dropDefault()}
     */
    public ColumnChange dropDefault() {
        before = before.withDefaultValue(Expression.of("null"));
        after = after.withDefaultValue(null);
        return this;
    }

    /**
     * The default that it has, and keeps unless said otherwise after this; needed where the type changes.
     * {@code t.alterColumn("state", "varchar(20)").existingDefault("'open'").type("text")}
     */
    public ColumnChange existingDefault(String expression) {
        before = before.withDefaultValue(Expression.of(expression));
        after = after.withDefaultValue(Expression.of(expression));
        return this;
    }

    /**
     * The database numbers new rows, unless an insert brings a number. {@code t.alterColumn("id", "bigint").identity()}
     */
    public ColumnChange identity() {
        after = after.withIdentity(Identity.BY_DEFAULT);
        return this;
    }

    /**
     * The database numbers new rows, always. {@code t.alterColumn("id", "bigint").identityAlways()}
     */
    public ColumnChange identityAlways() {
        after = after.withIdentity(Identity.ALWAYS);
        return this;
    }

    /**
     * It is an identity column already. {@code t.alterColumn("id", "bigint").existingIdentity().identityAlways()}
     */
    public ColumnChange existingIdentity() {
        before = before.withIdentity(Identity.BY_DEFAULT);
        after = after.withIdentity(Identity.BY_DEFAULT);
        return this;
    }

    /**
     * It is an identity column already, always numbered by the database.
     * {@code t.alterColumn("id", "bigint").existingIdentityAlways().identity()}
     */
    public ColumnChange existingIdentityAlways() {
        before = before.withIdentity(Identity.ALWAYS);
        after = after.withIdentity(Identity.ALWAYS);
        return this;
    }

    /**
     * It is no identity column any more. {@code t.alterColumn("id", "bigint").dropIdentity()}
     */
    public ColumnChange dropIdentity() {
        before = before.withIdentity(Identity.BY_DEFAULT);
        after = after.withIdentity(null);
        return this;
    }

    /**
     * It is computed from others of the row from now on, for which it is made anew.
     * {@code t.alterColumn("total", "integer").generated("price * quantity")}
     */
    public ColumnChange generated(String expression) {
        after = after.withGenerated(new GeneratedValue(Expression.of(expression), true));
        return this;
    }

    /**
     * It is computed when it is read from now on (PostgreSQL 18).
     * {@code t.alterColumn("total", "integer").generatedVirtual("price * quantity")}
     */
    public ColumnChange generatedVirtual(String expression) {
        after = after.withGenerated(new GeneratedValue(Expression.of(expression), false));
        return this;
    }

    /**
     * It is a plain column from now on, with the values that were computed and stored.
     * {@code t.alterColumn("total", "integer").dropGenerated()}
     */
    public ColumnChange dropGenerated() {
        before = before.withGenerated(new GeneratedValue(Expression.of("null"), true));
        after = after.withGenerated(null);
        return this;
    }

    /**
     * It is a plain column from now on, with the values that were computed on reading so far.
     * {@code t.alterColumn("total", "integer").dropGeneratedVirtual()}
     */
    public ColumnChange dropGeneratedVirtual() {
        before = before.withGenerated(new GeneratedValue(Expression.of("null"), false));
        after = after.withGenerated(null);
        return this;
    }

    /**
     * Its texts are sorted and compared in another way; null for that of its type.
     * {@code t.alterColumn("name", "text").collation("de-x-icu")}
     */
    public ColumnChange collation(@Nullable String name) {
        before = before.withCollation(name == null ? "default" : null);
        after = after.withCollation(name);
        return this;
    }

    /**
     * The collation that it has, and keeps; needed where the type changes.
     * {@code t.alterColumn("name", "varchar(80)").existingCollation("de-x-icu").type("text")}
     */
    public ColumnChange existingCollation(String name) {
        before = before.withCollation(name);
        after = after.withCollation(name);
        return this;
    }

    /**
     * The comment on it; null for none. {@code t.alterColumn("vat", "numeric(5, 2)").comment("in per cent")}
     */
    public ColumnChange comment(@Nullable String text) {
        before = before.withComment(text == null ? "" : null);
        after = after.withComment(text);
        return this;
    }

    /**
     * The comment that it has, and keeps; needed where the column is made anew to be computed.
     * {@code t.alterColumn("total", "integer").existingComment("gross").generated("price * quantity")}
     */
    public ColumnChange existingComment(String text) {
        before = before.withComment(text);
        after = after.withComment(text);
        return this;
    }

    /**
     * The constants of the Java enum that the column keeps, in their order, so that numbers become names or names numbers.
     * {@code t.alterColumn("state", "smallint").type("varchar(20)").constants("OPEN", "CLOSED")}
     */
    public ColumnChange constants(String... names) {
        after = after.withValues(after.values().withConstants(List.of(names)));
        return this;
    }

    /**
     * Says what stands for false and for true where a boolean becomes a text or a number, or one of those a boolean.
     * {@code t.alterColumn("active", "char(1)").type("boolean").truths("N", "Y")}
     */
    public ColumnChange truths(String no, String yes) {
        after = after.withValues(after.values().withTruths(List.of(no, yes)));
        return this;
    }

    /**
     * The time zone of times that are kept without one, where they get or lose it.
     * {@code t.alterColumn("at", "timestamp(6)").type("timestamp(6) with time zone").zone("UTC")}
     */
    public ColumnChange zone(String name) {
        after = after.withValues(after.values().withZone(name));
        return this;
    }

    Column before() {
        return before;
    }

    Column after() {
        return after;
    }
}
