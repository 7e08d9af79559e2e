package dev.aludel.schema;

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
 */
public record Column(
        String name,
        String type,
        boolean nullable,
        @Nullable Expression defaultValue,
        @Nullable Identity identity,
        @Nullable GeneratedValue generated,
        @Nullable String collation,
        @Nullable String comment) {

    /** A column with a name, a type and nullability alone. */
    public static Column of(String name, String type, boolean nullable) {
        return new Column(name, type, nullable, null, null, null, null, null);
    }

    public Column withName(String other) {
        return new Column(other, type, nullable, defaultValue, identity, generated, collation, comment);
    }

    public Column withType(String other) {
        return new Column(name, other, nullable, defaultValue, identity, generated, collation, comment);
    }

    public Column withNullable(boolean other) {
        return new Column(name, type, other, defaultValue, identity, generated, collation, comment);
    }

    public Column withDefaultValue(@Nullable Expression other) {
        return new Column(name, type, nullable, other, identity, generated, collation, comment);
    }

    public Column withIdentity(@Nullable Identity other) {
        return new Column(name, type, nullable, defaultValue, other, generated, collation, comment);
    }

    public Column withGenerated(@Nullable GeneratedValue other) {
        return new Column(name, type, nullable, defaultValue, identity, other, collation, comment);
    }

    public Column withCollation(@Nullable String other) {
        return new Column(name, type, nullable, defaultValue, identity, generated, other, comment);
    }

    public Column withComment(@Nullable String other) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, other);
    }
}
