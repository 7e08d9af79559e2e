package dev.aludel.fuzz;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A part of a mapping on both sides of a pair: the same, altered, added or dropped. */
record Varying<T>(Optional<T> before, Optional<T> after) {

    Optional<T> on(Side side) {
        return side == Side.BEFORE ? before : after;
    }

    static <T> Varying<T> same(T value) {
        return altered(value, value);
    }

    static <T> Varying<T> altered(T before, T after) {
        return new Varying<>(Optional.of(before), Optional.of(after));
    }

    /** Any value on either side: mostly the same, since a change is small beside what stays. */
    static <T> Arbitrary<Varying<T>> of(Arbitrary<T> values) {
        return of(values, Combinators.combine(values, values).as(Varying::altered));
    }

    /** The same, where an alteration is something of its own. */
    static <T> Arbitrary<Varying<T>> of(Arbitrary<T> values, Arbitrary<Varying<T>> altered) {
        return Arbitraries.frequencyOf(
                Tuple.of(5, values.map(Varying::same)),
                Tuple.of(1, values.map(value -> new Varying<>(Optional.of(value), Optional.empty()))),
                Tuple.of(1, values.map(value -> new Varying<>(Optional.empty(), Optional.of(value)))),
                Tuple.of(3, altered));
    }
}
