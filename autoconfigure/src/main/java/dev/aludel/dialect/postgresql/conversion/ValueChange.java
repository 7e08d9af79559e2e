package dev.aludel.dialect.postgresql.conversion;

import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.schema.Column;
import dev.aludel.schema.Values;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A value that is to become one of another type, with what the mapping tells of its meaning.
 *
 * @param value as SQL, such as a column's quoted name
 * @param constants the constants of the enum kept in it, in the order of their numbers; empty for others
 * @param truths what stands for false and true, in this order; empty where no converter says so
 * @param zone the zone of times that have none
 */
public record ValueChange(
        String value, TypeName old, TypeName now, List<String> constants, List<String> truths, String zone) {

    public static ValueChange of(String value, Column before, Column after) {
        Values old = before.values();
        Values now = after.values();
        String zone = now.zone() == null ? old.zone() : now.zone();
        return new ValueChange(
                value,
                TypeName.of(before.type()),
                TypeName.of(after.type()),
                now.constants().isEmpty() ? old.constants() : now.constants(),
                now.truths().isEmpty() ? old.truths() : now.truths(),
                zone == null ? "UTC" : zone);
    }

    /** Values of which nothing is known but their types. */
    public static ValueChange of(String value, String before, String after) {
        return new ValueChange(value, TypeName.of(before), TypeName.of(after), List.of(), List.of(), "UTC");
    }

    ValueChange between(String other, TypeName from, TypeName to) {
        return new ValueChange(other, from, to, constants, truths, zone);
    }

    public boolean isFrom(TypeFamily family) {
        return old.family() == family;
    }

    public boolean isTo(TypeFamily family) {
        return now.family() == family;
    }

    boolean isBetween(String from, String to) {
        return old.is(from) && now.is(to);
    }

    String constant(int ordinal) {
        return Identifiers.literal(constants.get(ordinal));
    }

    IntStream ordinals() {
        return IntStream.range(0, constants.size());
    }

    /** The value as text: as its own type writes it, without the blanks that pad a {@code char(n)}. */
    public String text() {
        return old.is("varchar") || old.is("text") ? value : value + "::text";
    }

    /** An expression that fails for every value but null, and says why: {@code invalid input syntax ...: "no uuid: 7"}. */
    String refusal() {
        String begin = switch (now.kind()) {
            case "bytea" -> "\\x no ";
            case "tsvector", "tsquery" -> "no:x no ";
            case "xml" -> "<no ";
            default -> "no ";
        };
        // a cast to a domain might cut the text to one that it takes
        return "(" + Identifiers.literal(begin + now.unbounded() + ": ") + " || " + value + "::text)::"
                + (now.builtIn() ? "" : "integer::text::") + now.unbounded();
    }
}
