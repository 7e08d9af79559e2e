package dev.aludel.diff.adoption;

import static java.util.stream.Collectors.toSet;

import dev.aludel.schema.ConstraintName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Gives the objects of a table whose names are open the names that the database has for the same content, each once.
 *
 * @param open whether the name is no part of the object's meaning
 */
record NameAdoption<T>(Function<T, ConstraintName> name, BiFunction<T, ConstraintName, T> rename, Predicate<T> open) {

    List<T> adopt(List<T> model, List<T> database) {
        Map<Integer, ConstraintName> names = new HashMap<>();
        Set<String> given = model.stream().filter(open.negate()).map(this::text).collect(toSet());
        List<T> left = new ArrayList<>(database);
        left.removeIf(existing -> given.contains(text(existing)));
        take(model, left, names, (object, existing) -> text(object).equals(text(existing)));
        take(model, left, names, (object, existing) -> true);
        while (names.keySet().removeIf(at -> isNeeded(at, model, names))) {
            // a name given back may be in the way of another
        }
        List<T> adopted = new ArrayList<>();
        for (int at = 0; at < model.size(); at++) {
            T object = model.get(at);
            adopted.add(rename.apply(object, names.getOrDefault(at, name.apply(object))));
        }
        return adopted;
    }

    private void take(List<T> model, List<T> left, Map<Integer, ConstraintName> names, BiPredicate<T, T> eligible) {
        for (int at = 0; at < model.size(); at++) {
            T object = model.get(at);
            if (!open.test(object) || names.containsKey(at)) {
                continue;
            }
            for (T existing : left) {
                ConstraintName candidate = name.apply(existing);
                if (eligible.test(object, existing)
                        && rename.apply(object, candidate).equals(existing)) {
                    names.put(at, candidate);
                    left.remove(existing);
                    break;
                }
            }
        }
    }

    /** Whether the name that one took is the name of another, which needs it: then the content moves to its own name. */
    private boolean isNeeded(int taker, List<T> model, Map<Integer, ConstraintName> names) {
        String taken = names.getOrDefault(taker, name.apply(model.get(taker))).text();
        if (taken.equals(text(model.get(taker)))) {
            return false;
        }
        for (int at = 0; at < model.size(); at++) {
            T other = model.get(at);
            if (at != taker && names.getOrDefault(at, name.apply(other)).text().equals(taken)) {
                return true;
            }
        }
        return false;
    }

    private String text(T object) {
        return name.apply(object).text();
    }
}
