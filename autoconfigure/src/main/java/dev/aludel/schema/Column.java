package dev.aludel.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param name unquoted
 * @param type the SQL type with its arguments, such as {@code varchar(255)}; in the dialect's normal form once canonical
 * @param nullable whether it takes NULL; never true for a column of the primary key
 * @param defaultValue what an insert without a value gets
 * @param identity set for an identity column; the sequence behind it belongs to the column
 * @param generated set for a generated column
 * @param collation set where it differs from the type's own
 * @param comment the column's comment
 * @param notNull of a column that takes no NULL: whether the rows that are there are known to have none (PostgreSQL 18)
 * @param values what the mapping knows of the values; not compared
 */
public record Column(
        String name,
        String type,
        boolean nullable,
        @Nullable Expression defaultValue,
        @Nullable Identity identity,
        @Nullable GeneratedValue generated,
        @Nullable String collation,
        @Nullable String comment,
        Validity notNull,
        Values values) {

    /** A column of whose values nothing is known. */
    public Column(
            String name,
            String type,
            boolean nullable,
            @Nullable Expression defaultValue,
            @Nullable Identity identity,
            @Nullable GeneratedValue generated,
            @Nullable String collation,
            @Nullable String comment) {
        this(name, type, nullable, defaultValue, identity, generated, collation, comment, Validity.VALID, Values.NONE);
    }

    /** A column with a name, a type and nullability alone. */
    public static Column of(String name, String type, boolean nullable) {
        return new Column(name, type, nullable, null, null, null, null, null);
    }

    /** Whether a row that is there may have NULL in it. */
    public boolean mayHoldNull() {
        return nullable || !notNull.isChecked();
    }

    public Column withName(String other) {
        return new Column(
                other, type, nullable, defaultValue, identity, generated, collation, comment, notNull, values);
    }

    public Column withType(String other) {
        return new Column(
                name, other, nullable, defaultValue, identity, generated, collation, comment, notNull, values);
    }

    public Column withNullable(boolean other) {
        return new Column(name, type, other, defaultValue, identity, generated, collation, comment, notNull, values);
    }

    public Column withDefaultValue(@Nullable Expression other) {
        return new Column(name, type, nullable, other, identity, generated, collation, comment, notNull, values);
    }

    public Column withIdentity(@Nullable Identity other) {
        return new Column(name, type, nullable, defaultValue, other, generated, collation, comment, notNull, values);
    }

    public Column withGenerated(@Nullable GeneratedValue other) {
        return new Column(name, type, nullable, defaultValue, identity, other, collation, comment, notNull, values);
    }

    public Column withCollation(@Nullable String other) {
        return new Column(name, type, nullable, defaultValue, identity, generated, other, comment, notNull, values);
    }

    public Column withComment(@Nullable String other) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, other, notNull, values);
    }

    public Column withNotNull(Validity other) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, comment, other, values);
    }

    public Column withValues(Values other) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, comment, notNull, other);
    }

    /** Equal in all but what is known of the values. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Column column
                && name.equals(column.name)
                && type.equals(column.type)
                && nullable == column.nullable
                && Objects.equals(defaultValue, column.defaultValue)
                && identity == column.identity
                && Objects.equals(generated, column.generated)
                && Objects.equals(collation, column.collation)
                && Objects.equals(comment, column.comment)
                && notNull == column.notNull;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, nullable, defaultValue, identity, generated, collation, comment, notNull);
    }
}
