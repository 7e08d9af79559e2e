package dev.aludel.dialect.postgresql;

import dev.aludel.schema.Column;
import dev.aludel.schema.OutgoingName;

/**
 * How values get from one type to another. Where PostgreSQL has an assignment cast ({@code pg_cast}) it does so by itself;
 * elsewhere the conversion is written out: by the explicit cast, else through text, which is also how a conversion that no
 * value can take (a number to a UUID) is said for an empty table.
 */
final class Conversion {

    private static final String ZONED_TIME = "time with time zone";

    private Conversion() {}

    /** The {@code using} clause with a blank before it; empty where none is needed. */
    static String using(String column, Column before, Column after) {
        TypeName old = TypeName.of(before.type());
        TypeName now = TypeName.of(after.type());
        String known = KnownConversion.expression(column, before, after);
        if (known != null) {
            return " using " + known;
        }
        return isAssigned(old, now) ? "" : " using " + expression(column, old, now, after.type());
    }

    /** What a {@link #using} clause calls, to be made before the change and dropped after it. */
    static boolean readsElements(Column before, Column after) {
        return JsonConversion.readsElements(TypeName.of(before.type()), TypeName.of(after.type()));
    }

    /** Whether PostgreSQL converts by itself. */
    static boolean isAssigned(TypeName old, TypeName now) {
        TypeFamily from = old.family();
        TypeFamily to = now.family();
        if (old.is("oid") && (to == TypeFamily.TEXT || now.is("bytea"))) {
            return false; // the number of a large object is not its content
        }
        if (old.array() && to == TypeFamily.TEXT) {
            return false; // a list of one is not written as such
        }
        if (old.kind().equals(now.kind()) || to == TypeFamily.TEXT) {
            return true;
        }
        if (old.array() && now.array()) {
            return isAssigned(old.element(), now.element());
        }
        if (from == TypeFamily.DATE_TIME && to == TypeFamily.TIME) {
            return now.is("time") ? !old.is("date") : now.is(ZONED_TIME) && old.is("timestamp with time zone");
        }
        boolean zoned = old.is(ZONED_TIME) || now.is(ZONED_TIME);
        boolean interval = old.is("interval") || now.is("interval");
        return from != TypeFamily.OTHER && from == to && !(zoned && interval);
    }

    /** The conversion as an expression, where nothing is assigned. */
    static String explicit(String value, String before, String after) {
        TypeName old = TypeName.of(before);
        TypeName now = TypeName.of(after);
        return isAssigned(old, now) ? value + "::" + after : expression(value, old, now, after);
    }

    private static String expression(String column, TypeName old, TypeName now, String type) {
        if (OutgoingName.isBetween(old.toString(), now.toString())) {
            return column + "::" + type;
        }
        String json = JsonConversion.expression(column, old, now);
        if (json != null) {
            return json;
        }
        if (old.array() != now.array()) {
            return now.array() ? inArray(column, old, now) : outOfArray(column, old, now);
        }
        TypeFamily from = old.family();
        TypeFamily to = now.family();
        if (from == TypeFamily.NUMBER && now.is("boolean")) {
            return column + " <> 0";
        }
        if (old.is("boolean") && to == TypeFamily.NUMBER) {
            return column + "::integer" + (now.is("integer") ? "" : "::" + type);
        }
        if (old.is("oid") && now.is("bytea")) {
            return "lo_get(" + column + ")";
        }
        if (old.is("oid") && to == TypeFamily.TEXT) {
            return "convert_from(lo_get(" + column + "), 'UTF8')::" + type;
        }
        if (now.is("oid") && old.is("bytea")) {
            return "lo_from_bytea(0, " + column + ")";
        }
        if (now.is("oid") && from == TypeFamily.TEXT) {
            return "lo_from_bytea(0, convert_to(" + column + ", 'UTF8'))";
        }
        return column + (from == TypeFamily.TEXT ? "::" : "::text::") + type;
    }

    /** A value becomes an array of one; a text that is written as an array is read as one. */
    private static String inArray(String value, TypeName old, TypeName now) {
        boolean assigned = isAssigned(old, now.element());
        String one = "when " + value + " is not null then array[" + value + (assigned ? "" : "::text") + "]::" + now
                + " end";
        return old.family() == TypeFamily.TEXT
                ? "case when " + value + " like '{%}' then " + value + "::" + now + " " + one
                : "case " + one;
    }

    /** What is more than one value cannot be read as one, and so is not lost. */
    private static String outOfArray(String value, TypeName old, TypeName now) {
        boolean assigned = isAssigned(old.element(), now);
        String few = now.family() == TypeFamily.TEXT ? "= 1" : "<= 1";
        return "case when cardinality(%1$s) %4$s then (%1$s)[1]%2$s::%3$s else %1$s::text::%3$s end"
                .formatted(value, assigned ? "" : "::text", now, few);
    }
}
