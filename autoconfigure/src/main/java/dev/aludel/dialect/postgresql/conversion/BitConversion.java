package dev.aludel.dialect.postgresql.conversion;

import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.dialect.postgresql.text.TypeName;
import org.jspecify.annotations.Nullable;

/** Strings of bits, among each other and as the whole numbers that they write in the binary system. */
final class BitConversion {

    private BitConversion() {}

    static @Nullable Conversion of(ValueChange change) {
        TypeName old = change.old();
        TypeName now = change.now();
        if (change.isFrom(TypeFamily.BIT) && change.isTo(TypeFamily.BIT)) {
            return ofOneFamily(change);
        }
        if (change.isFrom(TypeFamily.BIT) && NumberConversion.isWhole(now)) {
            boolean same = old.is("bit") && old.argument(0, 1) == 32 && now.is("integer");
            Conversion number =
                    Conversion.of(same ? change.value() + "::integer" : "int8(" + change.value() + ")", Effect.READS);
            return old.is("bit") ? number : number.and(Effect.RESPELLS);
        }
        return NumberConversion.isWhole(old) && change.isTo(TypeFamily.BIT) ? ofNumber(change) : null;
    }

    /** The server takes no string of another length for {@code bit(n)}, where a cast would cut it or fill it up. */
    private static Conversion ofOneFamily(ValueChange change) {
        int old = change.old().argument(0, Integer.MAX_VALUE);
        int now = change.now().argument(0, Integer.MAX_VALUE);
        if (change.now().is("bit")) {
            return change.old().is("bit") || old < now
                    ? Conversion.of(change.refusal(), Effect.NEVER)
                    : Conversion.of(change.value(), Effect.NARROWS);
        }
        if (change.old().is("bit") && now < old) {
            return Conversion.of(change.refusal(), Effect.NEVER);
        }
        return now < old ? Conversion.of(change.value(), Effect.NARROWS) : Conversion.of(change.value());
    }

    /** A number that needs more bits keeps all 64 of them, which no shorter type takes. */
    private static Conversion ofNumber(ValueChange change) {
        String value = change.value() + "::bigint";
        int length = change.now().argument(0, 64);
        if (length == 64 || (length > 64 && change.now().is("varbit"))) {
            return Conversion.of(value + "::bit(64)");
        }
        if (length > 64) {
            return Conversion.of(change.refusal(), Effect.NEVER);
        }
        return length == 32 && change.old().is("integer")
                ? Conversion.of(change.value() + "::bit(32)")
                : Conversion.of(
                        "case when %1$s between 0 and %2$d then %1$s::bit(%3$d)::varbit else %1$s::bit(64)::varbit end"
                                .formatted(value, (1L << length) - 1, length),
                        Effect.READS);
    }
}
