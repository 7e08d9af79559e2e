package dev.aludel.dialect.postgresql.conversion;

import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.dialect.postgresql.text.TypeName;
import org.jspecify.annotations.Nullable;

/** Booleans, and the letters, words, numbers and bits that stand for them: by what a converter stores, else by convention. */
final class TruthConversion {

    private TruthConversion() {}

    static @Nullable Conversion of(ValueChange change) {
        if (change.old().is("boolean")) {
            return fromBoolean(change);
        }
        return change.now().is("boolean") ? toBoolean(change) : null;
    }

    private static @Nullable Conversion fromBoolean(ValueChange change) {
        TypeName now = change.now();
        boolean number = change.isTo(TypeFamily.NUMBER);
        if (change.truths().size() == 2 && (number || change.isTo(TypeFamily.TEXT))) {
            return Conversion.of("case %s when false then %s when true then %s end"
                    .formatted(change.value(), literal(change, 0, number), literal(change, 1, number)));
        }
        if (number) {
            return Conversion.of(change.value() + "::integer", Effect.ASSUMES_TRUTH);
        }
        if (change.isTo(TypeFamily.TEXT) && now.argument(0, Integer.MAX_VALUE) < "false".length()) {
            return Conversion.of(
                    "case " + change.value() + " when false then 'N' when true then 'Y' end", Effect.ASSUMES_TRUTH);
        }
        if (now.is("bit")) {
            int length = now.argument(0, 1);
            String bits = change.value() + "::integer::bit(" + length + ")";
            return length == 1 ? Conversion.of(bits) : Conversion.of(bits, Effect.ASSUMES_TRUTH);
        }
        return now.is("varbit") ? Conversion.of(change.value() + "::integer::bit(1)", Effect.ASSUMES_TRUTH) : null;
    }

    private static @Nullable Conversion toBoolean(ValueChange change) {
        boolean number = change.isFrom(TypeFamily.NUMBER);
        if (change.truths().size() == 2 && (number || change.isFrom(TypeFamily.TEXT))) {
            String value = number ? change.value() : change.text();
            return Conversion.of(
                    "case %s when %s then false when %s then true else %s end"
                            .formatted(value, literal(change, 0, number), literal(change, 1, number), change.refusal()),
                    Effect.READS);
        }
        if (number) {
            return Conversion.of(change.value() + " <> 0", Effect.ASSUMES_TRUTH, Effect.ROUNDS);
        }
        if (change.isFrom(TypeFamily.TEXT)) {
            return Conversion.of(change.text() + "::boolean", Effect.ASSUMES_TRUTH, Effect.READS, Effect.RESPELLS);
        }
        if (change.isFrom(TypeFamily.BIT)) {
            String any = "position(b'1' in " + change.value() + ") > 0";
            return change.old().is("bit") && change.old().argument(0, 1) == 1
                    ? Conversion.of(any)
                    : Conversion.of(any, Effect.ASSUMES_TRUTH, Effect.ROUNDS);
        }
        return null;
    }

    private static String literal(ValueChange change, int truth, boolean number) {
        String text = change.truths().get(truth);
        return number ? text : Identifiers.literal(text);
    }
}
