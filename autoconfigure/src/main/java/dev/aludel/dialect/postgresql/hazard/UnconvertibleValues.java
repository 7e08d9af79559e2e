package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.dialect.postgresql.text.TypeName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions that find the values which another type does not take, or not as they are. */
final class UnconvertibleValues {

    private static final Map<String, String> LIMITS = Map.of(
            "smallint", "-32768 and 32767",
            "integer", "-2147483648 and 2147483647",
            "bigint", "-9223372036854775808 and 9223372036854775807");

    /** What a text must look like to be read as a type. */
    private static final Map<String, String> PATTERNS = Map.of(
            "smallint", "^\\s*[-+]?[0-9]+\\s*$",
            "integer", "^\\s*[-+]?[0-9]+\\s*$",
            "bigint", "^\\s*[-+]?[0-9]+\\s*$",
            "numeric", "^\\s*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)\\s*$",
            "boolean", "^\\s*(t|true|y|yes|on|1|f|false|n|no|off|0)\\s*$",
            "uuid", "^\\s*[{]?([0-9a-f]{4}-?){7}[0-9a-f]{4}[}]?\\s*$",
            "date", "^\\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\\s*$",
            "bytea", "");

    private UnconvertibleValues() {}

    /** The condition; null where no simple one finds them. */
    static @Nullable String condition(String column, TypeName old, TypeName now) {
        TypeFamily from = old.family();
        String limits = LIMITS.get(now.kind());
        if (from == TypeFamily.TEXT) {
            String pattern = PATTERNS.getOrDefault(now.kind(), "");
            int length = now.is("char") ? now.argument(0, 1) : now.argument(0, 0);
            boolean shorter = now.family() == TypeFamily.TEXT && length > 0;
            return shorter
                    ? "char_length(" + column + ") > " + length
                    : pattern.isEmpty() ? null : column + " !~* " + Identifiers.literal(pattern);
        }
        if (old.is("date") && now.is("timestamp")) {
            return column + " > '294276-12-31' and isfinite(" + column + ")";
        }
        if (from != TypeFamily.NUMBER) {
            return null;
        }
        if (limits != null) {
            boolean whole = LIMITS.containsKey(old.kind());
            return column + " not between " + limits + (whole ? "" : " or " + column + " <> trunc(" + column + ")");
        }
        if (now.is("boolean")) {
            return column + " not in (0, 1)";
        }
        return now.is("numeric") && !now.arguments().isEmpty() ? numeric(column, now) : null;
    }

    private static String numeric(String column, TypeName now) {
        int scale = now.argument(1, 0);
        int whole = now.argument(0, 0) - scale;
        return "abs(" + column + ") >= 1e" + whole + " or " + column + "::numeric <> round(" + column + "::numeric, "
                + scale + ")";
    }
}
