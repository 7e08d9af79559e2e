package dev.aludel.dialect.postgresql.conversion;

import static java.util.stream.Collectors.joining;

import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.dialect.postgresql.text.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * The constants of an enum between their names, in a text or a named enumeration, and their numbers. What has no constant is taken as it
 * is, so that it fails, or fails the check, rather than be lost.
 */
final class EnumConversion {

    private EnumConversion() {}

    static @Nullable Conversion of(ValueChange change) {
        if (change.constants().isEmpty()) {
            return null;
        }
        TypeName old = change.old();
        TypeName now = change.now();
        if (change.isFrom(TypeFamily.NUMBER) && holdsNames(now)) {
            return Conversion.of(names(change) + typed(now), Effect.READS_CONSTANTS);
        }
        if (holdsNames(old) && change.isTo(TypeFamily.NUMBER)) {
            return Conversion.of(numbers(change), Effect.READS_CONSTANTS);
        }
        boolean two = change.constants().size() >= 2;
        if (two && old.is("boolean") && holdsNames(now)) {
            return Conversion.of(
                    "case %s when false then %s when true then %s end%s"
                            .formatted(change.value(), change.constant(0), change.constant(1), typed(now)),
                    Effect.ASSUMES_TRUTH);
        }
        if (two && holdsNames(old) && now.is("boolean")) {
            return Conversion.of(
                    "case %s when %s then false when %s then true else %s end"
                            .formatted(change.text(), change.constant(0), change.constant(1), change.refusal()),
                    Effect.ASSUMES_TRUTH,
                    Effect.READS);
        }
        boolean written = !old.builtIn() && change.isTo(TypeFamily.TEXT);
        boolean read = change.isFrom(TypeFamily.TEXT) && !now.builtIn();
        return written || read ? named(change) : null;
    }

    /** A named enumeration reads and writes the very texts of its values. */
    private static Conversion named(ValueChange change) {
        int longest = change.constants().stream().mapToInt(String::length).max().orElse(0);
        boolean fits = longest <= change.now().argument(0, Integer.MAX_VALUE)
                && !change.now().is("char");
        return change.isTo(TypeFamily.TEXT)
                ? fits ? Conversion.of(change.value()) : TextConversion.toText(change, change.value())
                : Conversion.of(change.text() + "::" + change.now().unbounded(), Effect.READS);
    }

    private static boolean holdsNames(TypeName type) {
        return type.family() == TypeFamily.TEXT || (!type.builtIn() && !type.array());
    }

    private static String typed(TypeName type) {
        return type.builtIn() ? "" : "::" + type;
    }

    private static String names(ValueChange change) {
        return change.ordinals()
                .mapToObj(ordinal -> "when " + ordinal + " then " + change.constant(ordinal))
                .collect(joining(" ", "case " + change.value() + " ", " else " + change.value() + "::text end"));
    }

    private static String numbers(ValueChange change) {
        String otherwise = change.text() + "::" + change.now().unbounded();
        return change.ordinals()
                .mapToObj(ordinal -> "when " + change.constant(ordinal) + " then " + ordinal)
                .collect(joining(" ", "case " + change.text() + " ", " else " + otherwise + " end"));
    }
}
