package dev.aludel.dialect.postgresql.conversion;

import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.dialect.postgresql.text.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers among each other, and amounts of money. */
final class NumberConversion {

    private static final List<String> WHOLE = List.of("smallint", "integer", "bigint");
    private static final List<Integer> DIGITS = List.of(5, 10, 19);

    private NumberConversion() {}

    static @Nullable Conversion of(ValueChange change) {
        TypeName old = change.old();
        TypeName now = change.now();
        if (old.is("money") && change.isTo(TypeFamily.NUMBER)) {
            Conversion number = Conversion.of(change.value() + "::numeric");
            boolean rounds = !now.is("numeric") || (!now.arguments().isEmpty() && now.argument(1, 0) < 2);
            return rounds ? number.and(Effect.ROUNDS) : now.arguments().isEmpty() ? number : number.and(Effect.NARROWS);
        }
        if (change.isFrom(TypeFamily.NUMBER) && now.is("money")) {
            return Conversion.of(numeric(change) + "::money", isWhole(old) ? Effect.NARROWS : Effect.ROUNDS);
        }
        if (old.is("oid") && isWhole(now)) {
            return Conversion.of(change.value() + "::bigint", Effect.READS);
        }
        if (isWhole(old) && now.is("oid")) {
            return Conversion.of(
                    "case when %1$s >= 0 then %1$s::bigint::oid else %2$s end"
                            .formatted(change.value(), change.refusal()),
                    Effect.READS);
        }
        if (!change.isFrom(TypeFamily.NUMBER) || !change.isTo(TypeFamily.NUMBER)) {
            return null;
        }
        if (now.is("numeric")) {
            return toNumeric(change);
        }
        return isWhole(now) ? toWhole(change) : toFloat(change);
    }

    /** The shortest text that is read as the same number has all of its digits, which the cast of the server cuts to 6 or 15. */
    private static String numeric(ValueChange change) {
        return isFloat(change.old()) ? change.value() + "::text::numeric" : change.value() + "::numeric";
    }

    private static Conversion toNumeric(ValueChange change) {
        TypeName old = change.old();
        TypeName now = change.now();
        String value = isFloat(old) ? numeric(change) : change.value();
        if (now.arguments().isEmpty()) {
            return Conversion.of(value);
        }
        if (!isWhole(old) && (!old.is("numeric") || old.arguments().isEmpty())) {
            return Conversion.of(value, Effect.ROUNDS);
        }
        int scale = scale(old);
        if (now.argument(1, 0) < scale) {
            return Conversion.of(value, Effect.ROUNDS);
        }
        return now.argument(0, 0) - now.argument(1, 0) < digits(old) - scale
                ? Conversion.of(value, Effect.NARROWS)
                : Conversion.of(value);
    }

    private static Conversion toWhole(ValueChange change) {
        TypeName old = change.old();
        if (isWhole(old)) {
            return WHOLE.indexOf(change.now().kind()) < WHOLE.indexOf(old.kind())
                    ? Conversion.of(change.value(), Effect.NARROWS)
                    : Conversion.of(change.value());
        }
        boolean whole = old.is("numeric") && !old.arguments().isEmpty() && scale(old) == 0;
        return Conversion.of(change.value(), whole ? Effect.NARROWS : Effect.ROUNDS);
    }

    /** A real holds 6 decimal digits exactly, a double 15; of whole numbers it holds more. */
    private static Conversion toFloat(ValueChange change) {
        TypeName old = change.old();
        boolean twice = change.now().is("double precision");
        boolean exact = isFloat(old)
                ? twice || old.is("real")
                : isWhole(old) ? digits(old) <= (twice ? 10 : 5) : digits(old) <= (twice ? 15 : 6) && isCounted(old);
        return exact ? Conversion.of(change.value()) : Conversion.of(change.value(), Effect.ROUNDS);
    }

    private static boolean isCounted(TypeName type) {
        return !type.arguments().isEmpty() && scale(type) >= 0;
    }

    static boolean isWhole(TypeName type) {
        return WHOLE.contains(type.kind());
    }

    private static boolean isFloat(TypeName type) {
        return type.is("real") || type.is("double precision");
    }

    private static int scale(TypeName type) {
        return isWhole(type) ? 0 : type.argument(1, 0);
    }

    /** The most digits that a number may have. */
    static int digits(TypeName type) {
        return isWhole(type) ? DIGITS.get(WHOLE.indexOf(type.kind())) : type.argument(0, Integer.MAX_VALUE);
    }
}
