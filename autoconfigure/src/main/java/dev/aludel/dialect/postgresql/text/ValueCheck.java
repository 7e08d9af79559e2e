package dev.aludel.dialect.postgresql.text;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A check that a column holds one of some values, as Hibernate writes it for enums, discriminators and converted booleans:
 * {@code status in ('A','B')}, {@code level between 0 and 3}; and as the server prints it:
 * {@code ((status)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]))}. Two such checks are the
 * same when column and set of values are.
 *
 * @param column unquoted
 * @param values as SQL literals in the order written; first and last for a range
 * @param range whether all integers between are meant
 * @param negated {@code not in}
 * @param orNull whether {@code or column is null} follows
 * @param form how the text spells it
 */
public record ValueCheck(
        String column, List<String> values, boolean range, boolean negated, boolean orNull, Form form) {

    public enum Form {
        /** As the server prints it when it was created as {@link ValueCheck#text()}, and stable when it is read again. */
        PLAIN,
        /** As the server prints it when it was created as {@link ValueCheck#text()}, but read again it would become RESTORED. */
        WRAPPED,
        /** {@code ARRAY[('A'::character varying)::text, ...]}, which a dump and restore leaves, and other spellings. */
        RESTORED
    }

    /** The check that a condition is, if it is one. */
    static @Nullable public ValueCheck of(String condition) {
        return ValueCheckParser.parse(condition);
    }

    ValueCheck withOrNull() {
        return new ValueCheck(column, values, range, negated, true, form);
    }

    public ValueCheck withValues(List<String> other) {
        return new ValueCheck(column, other, range, negated, orNull, form);
    }

    /** Whether both name the values that the same column may have, in the same way. */
    public boolean isComparableWith(ValueCheck other) {
        return column.equals(other.column) && !negated && !other.negated && range == other.range;
    }

    /** Whether it holds wherever the other one does. */
    public boolean allowsAllOf(ValueCheck other) {
        if (!isComparableWith(other)) {
            return false;
        }
        return range ? number(0) <= other.number(0) && number(1) >= other.number(1) : values.containsAll(other.values);
    }

    private long number(int end) {
        String text = values.get(end);
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : end == 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** The text that a mapping would have for it. */
    public String text() {
        return text(values);
    }

    /** The text to compare: the values as a set. */
    public String normal() {
        return text(range ? values : values.stream().distinct().sorted(ORDER).toList());
    }

    private String text(List<String> literals) {
        String name = Identifiers.quote(column);
        String test = range
                ? name + " between " + literals.get(0) + " and " + literals.get(1)
                : literals.stream().collect(Collectors.joining(", ", name + (negated ? " not in (" : " in ("), ")"));
        return orNull ? test + " or " + name + " is null" : test;
    }

    /** Numbers by value, then strings. */
    private static final Comparator<String> ORDER = Comparator.comparing(
                    (String literal) -> literal.startsWith("'") ? null : new BigInteger(literal),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Comparator.naturalOrder());
}
