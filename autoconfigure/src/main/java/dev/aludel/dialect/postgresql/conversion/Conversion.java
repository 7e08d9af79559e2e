package dev.aludel.dialect.postgresql.conversion;

import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.schema.Column;
import dev.aludel.schema.OutgoingName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one type become those of another. No expression casts to a length, precision or scale: an explicit cast would cut
 * what does not fit, where the assignment to the column refuses it (PostgreSQL manual, CREATE CAST and the character types).
 *
 * @param expression the value as one of the other type; the value itself where the server assigns it
 * @param effects what becomes of values on the way
 * @param preparation statements that make what the expression calls
 * @param removal statements that drop it again
 */
public record Conversion(String expression, Set<Effect> effects, List<String> preparation, List<String> removal) {

    private static final List<Rule> RULES = List.of(
            JsonConversion::of,
            ArrayConversion::of,
            EnumConversion::of,
            TruthConversion::of,
            TimeConversion::of,
            NumberConversion::of,
            BitConversion::of,
            BinaryConversion::of,
            NetworkConversion::of,
            TextConversion::of);

    public Conversion {
        effects = Set.copyOf(effects);
        preparation = List.copyOf(preparation);
        removal = List.copyOf(removal);
    }

    static Conversion of(String expression, Effect... effects) {
        return new Conversion(expression, Set.of(effects), List.of(), List.of());
    }

    public static Conversion between(Column before, Column after) {
        return of(ValueChange.of("value", before, after));
    }

    /** The {@code using} clause with a blank before it; empty where the server converts by itself. */
    public static String using(String column, Column before, Column after) {
        String expression = of(ValueChange.of(column, before, after)).expression();
        return expression.equals(column) ? "" : " using " + expression;
    }

    public static Conversion of(ValueChange change) {
        TypeName old = change.old();
        TypeName now = change.now();
        if (old.equals(now)) {
            return of(change.value());
        }
        if (OutgoingName.isBetween(old.toString(), now.toString())) {
            return of(change.value() + "::"
                    + now.unbounded()); // what the new type cannot take is told where they change places
        }
        for (Rule rule : RULES) {
            Conversion found = rule.apply(change);
            if (found != null) {
                return found;
            }
        }
        return throughText(change);
    }

    /** What is no type of the server's own may read any text; two of its own that no rule knows have nothing in common. */
    private static Conversion throughText(ValueChange change) {
        boolean related = isRange(change.old()) && isRange(change.now());
        boolean builtIn = change.now().builtIn() && (change.old().builtIn() || isSearched(change.now()));
        return builtIn && !related
                ? of(change.refusal(), Effect.NEVER)
                : related
                        ? of(change.text() + "::" + change.now(), Effect.READS, Effect.RESPELLS)
                        : TypedReader.of(change.value() + "::text", change.now());
    }

    private static boolean isRange(TypeName type) {
        return type.is("int4range") || type.is("int8range") || type.is("numrange");
    }

    private static boolean isSearched(TypeName type) {
        return type.is("tsvector") || type.is("tsquery");
    }

    public boolean has(Effect effect) {
        return effects.contains(effect);
    }

    boolean isAssigned(ValueChange change) {
        return expression.equals(change.value()) && preparation.isEmpty();
    }

    Conversion withExpression(String other) {
        return new Conversion(other, effects, preparation, removal);
    }

    Conversion and(Effect effect) {
        return and(Set.of(effect));
    }

    Conversion and(Set<Effect> others) {
        Set<Effect> all = new HashSet<>(effects);
        all.addAll(others);
        return new Conversion(expression, all, preparation, removal);
    }

    /** A kind of conversion. */
    private interface Rule {

        /** The conversion; null where it is none of this kind. */
        @Nullable
        Conversion apply(ValueChange change);
    }
}
