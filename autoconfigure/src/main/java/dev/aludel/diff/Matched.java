package dev.aludel.diff;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UserType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Two lists, matched by name once: what was added, what went, what is in both.
 *
 * @param added in the order of the new list
 * @param kept in the order of the new list
 * @param removed in the order of the old list
 */
record Matched<T>(List<T> added, List<Pair<T>> kept, List<T> removed) {

    /** The same name before and after. */
    record Pair<T>(T before, T after) {

        boolean changed() {
            return !before.equals(after);
        }
    }

    static Matched<Table> tables(List<Table> before, List<Table> after) {
        return byName(before, after, Table::name);
    }

    static Matched<Column> columns(List<Column> before, List<Column> after) {
        return byName(before, after, Column::name);
    }

    static <C extends Constraint> Matched<C> constraints(List<C> before, List<C> after) {
        return byName(before, after, constraint -> constraint.name().text());
    }

    static Matched<Index> indexes(List<Index> before, List<Index> after) {
        return byName(before, after, index -> index.name().text());
    }

    static Matched<Sequence> sequences(List<Sequence> before, List<Sequence> after) {
        return byName(before, after, Sequence::name);
    }

    static Matched<UserType> types(List<UserType> before, List<UserType> after) {
        return byName(before, after, UserType::name);
    }

    static Matched<String> names(List<String> before, List<String> after) {
        return byName(before, after, Function.identity());
    }

    /** What has an empty name has no counterpart. */
    private static <T, N> Matched<T> byName(List<T> before, List<T> after, Function<T, N> name) {
        Map<N, T> old = new LinkedHashMap<>();
        before.forEach(value -> old.put(name.apply(value), value));
        List<T> added = new ArrayList<>();
        List<Pair<T>> kept = new ArrayList<>();
        Set<N> seen = new HashSet<>();
        for (T value : after) {
            N key = name.apply(value);
            T previous = "".equals(key) ? null : old.get(key);
            if (previous == null) {
                added.add(value);
            } else {
                kept.add(new Pair<>(previous, value));
                seen.add(key);
            }
        }
        List<T> removed = before.stream()
                .filter(value -> !seen.contains(name.apply(value)))
                .toList();
        return new Matched<>(added, kept, removed);
    }
}
