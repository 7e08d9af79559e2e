package dev.aludel.diff.adoption;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.PrimaryKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Lets keys of the model take the order of their columns from the database. Hibernate sorts the columns of a primary key, and those
 * of the foreign keys that refer to it, by its own rule: no mapping says their order.
 */
final class KeyAdoption {

    /** A column and the one that it refers to. */
    private record Pair(String column, String target) {}

    private final List<? extends Constraint> existing;

    KeyAdoption(List<? extends Constraint> existing) {
        this.existing = existing;
    }

    /** The constraint in the order of that of the database which has the same columns; as it is where there is none. */
    Constraint adopt(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return existing(PrimaryKey.class, key, other -> Set.copyOf(other.columns()))
                    .map(other -> new PrimaryKey(key.name(), other.columns()))
                    .orElse(key);
        }
        return constraint instanceof ForeignKey key
                ? existing(ForeignKey.class, key, other -> Set.copyOf(pairs(other)))
                        .map(other -> ordered(key, other))
                        .orElse(key)
                : constraint;
    }

    private static ForeignKey ordered(ForeignKey key, ForeignKey other) {
        ForeignKey ordered = key.withColumns(other.columns(), other.targetColumns());
        boolean same = Set.copyOf(key.deleteColumns()).equals(Set.copyOf(other.deleteColumns()));
        return same ? ordered.withDeleteColumns(other.deleteColumns()) : ordered;
    }

    private <C extends Constraint, K> Optional<C> existing(Class<C> kind, C key, Function<C, K> content) {
        return existing.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(other -> content.apply(other).equals(content.apply(key)))
                .findFirst();
    }

    private static List<Pair> pairs(ForeignKey key) {
        return IntStream.range(0, key.columns().size())
                .mapToObj(at ->
                        new Pair(key.columns().get(at), key.targetColumns().get(at)))
                .toList();
    }
}
