package dev.aludel.dialect.postgresql.conversion;

import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.dialect.postgresql.text.TypeName;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Arrays among each other, element by element, and with single values: a value becomes an array of one, and what is more than one value
 * stops the upgrade. A text that is written as an array is read as one.
 */
final class ArrayConversion {

    /** Converts the elements where the server does not by itself: no {@code using} clause may hold the subquery that it takes. */
    private static final String ELEMENTS = "aludel_elements";

    /** A type whose text may have any length. */
    private static final TypeName UNLIMITED = TypeName.of("path");

    private ArrayConversion() {}

    static @Nullable Conversion of(ValueChange change) {
        boolean from = change.old().array();
        boolean to = change.now().array();
        if (from && to) {
            return elements(change);
        }
        return from ? outOf(change) : to ? into(change) : null;
    }

    private static Conversion elements(ValueChange change) {
        TypeName old = change.old().element();
        TypeName now = change.now().element();
        ValueChange one = change.between("element", old, now);
        Conversion conversion = Conversion.of(one);
        if (conversion.isAssigned(one)) {
            return conversion.withExpression(change.value());
        }
        String from = change.old().unbounded();
        String to = change.now().unbounded();
        boolean throughText = conversion.expression().equals(one.text() + "::" + now.unbounded());
        String severalDimensions = throughText ? "$1::text" : "('no list: ' || $1::text)";
        String function = """
            create function %1$s(%2$s) returns %3$s language sql as $$
                select case when array_ndims($1) > 1 then %5$s::%3$s
                    when $1 is not null then array(select %4$s from unnest($1) with ordinality as list (element, position) order by position) end
            $$\
            """.formatted(ELEMENTS, from, to, conversion.expression(), severalDimensions);
        return new Conversion(
                ELEMENTS + "(" + change.value() + ")",
                conversion.and(Set.of(Effect.READS)).effects(),
                Stream.concat(conversion.preparation().stream(), Stream.of(function))
                        .toList(),
                Stream.concat(Stream.of("drop function " + ELEMENTS + "(" + from + ")"), conversion.removal().stream())
                        .toList());
    }

    private static Conversion into(ValueChange change) {
        Conversion one = Conversion.of(
                change.between(change.value(), change.old(), change.now().element()));
        String array = "when " + isThere(change.value(), change.old()) + " then array[" + one.expression() + "]";
        if (!change.isFrom(TypeFamily.TEXT)) {
            return one.withExpression("case " + array + " end");
        }
        return one.withExpression("case when %1$s like '{%%}' or %1$s like '[%%]={%%}' then %1$s::%2$s %3$s::%2$s end"
                        .formatted(change.text(), change.now().unbounded(), array))
                .and(Set.of(Effect.READS, Effect.RESPELLS));
    }

    private static Conversion outOf(ValueChange change) {
        String value = change.value();
        String first = "(" + value + ")[1]";
        if (change.isTo(TypeFamily.TEXT)) {
            Conversion length = TextConversion.toText(change.between(value, UNLIMITED, change.now()), value);
            Conversion one = Conversion.of(change.between(first, change.old().element(), TypeName.of("text")));
            return Conversion.of(
                            "case when cardinality(%1$s) = 1 and (%2$s)::text not like '{%%}' and (%2$s)::text not like '[%%]={%%}' then (%2$s)::text else %1$s::text end"
                                    .formatted(value, one.expression()))
                    .and(length.effects())
                    .and(TextConversion.toText(
                                    change.between(first, change.old().element(), change.now()), first)
                            .effects())
                    .and(one.effects());
        }
        TypeName element = change.old().element();
        ValueChange single = change.between(first, element, change.now());
        Conversion one = Conversion.of(single);
        String refusal = one.isAssigned(single)
                ? change.between(value, change.old(), element).refusal()
                : change.refusal();
        return one.withExpression(
                        "case when cardinality(%1$s) = 1 and %2$s then %3$s when num_nonnulls(variadic %1$s) > 0 then %4$s end"
                                .formatted(value, isThere(first, element), one.expression(), refusal))
                .and(Set.of(Effect.READS, Effect.EMPTIES));
    }

    /** A composite value of nulls alone counts as null, and is none. */
    private static String isThere(String value, TypeName type) {
        return value + (type.builtIn() ? " is not null" : " is distinct from null");
    }
}
