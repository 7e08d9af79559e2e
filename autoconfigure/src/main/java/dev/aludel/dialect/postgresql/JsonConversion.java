package dev.aludel.dialect.postgresql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How values get into JSON and out of it. A text is taken for JSON, since that is what Hibernate stores of a string that is mapped
 * so; any other value becomes the JSON that means it, and an array an array.
 */
final class JsonConversion {

    /** Reads an array out of JSON: no {@code using} clause may hold the subquery that it takes. */
    private static final String ELEMENTS = "aludel_elements";

    private JsonConversion() {}

    /** The expression to convert by; null where neither type is JSON, or a cast does it. */
    static @Nullable String expression(String value, TypeName old, TypeName now) {
        if (old.family() == TypeFamily.JSON) {
            return fromJson(value, old, now);
        }
        if (now.family() != TypeFamily.JSON || old.family() == TypeFamily.TEXT) {
            return null;
        }
        if (old.is("bytea")) {
            return "convert_from(" + value + ", 'UTF8')::" + now;
        }
        if (old.is("oid")) {
            return "convert_from(lo_get(" + value + "), 'UTF8')::" + now;
        }
        return "to_" + now + "(" + value + ")";
    }

    private static @Nullable String fromJson(String value, TypeName old, TypeName now) {
        if (now.family() == TypeFamily.JSON || now.family() == TypeFamily.TEXT) {
            return null;
        }
        if (readsElements(old, now)) {
            return ELEMENTS + "(" + value + (old.is("jsonb") ? "" : "::jsonb") + ")::" + now;
        }
        return now.is("bytea")
                ? "convert_to(" + value + "::text, 'UTF8')"
                : now.is("oid")
                        ? "lo_from_bytea(0, convert_to(" + value + "::text, 'UTF8'))"
                        : "(" + value + " #>> '{}')::" + now;
    }

    /** Whether the expression needs what {@link #creation} makes. */
    static boolean readsElements(TypeName old, TypeName now) {
        return old.family() == TypeFamily.JSON && now.array() && now.element().family() != TypeFamily.JSON;
    }

    /** JSON's null is no array; what is no array at all stops the upgrade. */
    static List<String> creation() {
        return List.of(
                "create function " + ELEMENTS + "(jsonb) returns text[] language sql immutable\n"
                        + "    as $$ select case when jsonb_typeof($1) <> 'null' then array(select jsonb_array_elements_text($1)) end $$");
    }

    static List<String> removal() {
        return List.of("drop function " + ELEMENTS + "(jsonb)");
    }
}
