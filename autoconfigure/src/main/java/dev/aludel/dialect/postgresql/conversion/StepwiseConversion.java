package dev.aludel.dialect.postgresql.conversion;

import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.schema.Column;
import java.util.Objects;
import java.util.Optional;

/**
 * Conversions that can be made row by row, by sessions of which nothing is known: what depends on a setting, such as the time zone, or makes
 * more than a value, is none of them.
 */
public final class StepwiseConversion {

    private StepwiseConversion() {}

    /** The value as one of the other type; empty where it cannot be said for every session. */
    public static Optional<String> expression(String value, Column from, Column to) {
        TypeName old = TypeName.of(from.type());
        TypeName now = TypeName.of(to.type());
        if (!Objects.equals(from.collation(), to.collation()) || old.array() || now.array() || !isConstant(old, now)) {
            return Optional.empty();
        }
        Conversion conversion = Conversion.of(ValueChange.of(value, from, to));
        return Optional.of(conversion.expression());
    }

    private static boolean isConstant(TypeName old, TypeName now) {
        if (old.kind().equals(now.kind())) {
            return old.builtIn() && !old.is("oid") && !old.is("interval");
        }
        return (isScalar(old) && isScalar(now)) || (isJson(old) && isJson(now)) || isUuid(old, now) || isUuid(now, old);
    }

    /** Numbers, texts and booleans are written the same way in every session. */
    private static boolean isScalar(TypeName type) {
        return type.family() == TypeFamily.NUMBER || type.family() == TypeFamily.TEXT || type.is("boolean");
    }

    private static boolean isJson(TypeName type) {
        return type.family() == TypeFamily.JSON;
    }

    private static boolean isUuid(TypeName type, TypeName other) {
        return type.is("uuid") && other.family() == TypeFamily.TEXT;
    }
}
