package dev.aludel.metamodel;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys of one CREATE TABLE over the same columns in the same order. PostgreSQL makes one of them, and an unnamed one takes
 * the name of the next that has one (PostgreSQL's transformIndexConstraints): {@code a int unique, constraint k unique (a)}
 * leaves {@code k} alone.
 */
final class RedundantKeys {

    private RedundantKeys() {}

    static List<Constraint> removedFrom(List<Constraint> keys) {
        List<Constraint> kept = new ArrayList<>();
        for (Constraint key : keys) {
            int same = indexOfSame(key, kept);
            if (same < 0) {
                kept.add(key);
            } else if (kept.get(same).name().isUnnamed()) {
                kept.set(same, kept.get(same).withName(key.name()));
            }
        }
        return kept;
    }

    private static int indexOfSame(Constraint key, List<Constraint> kept) {
        for (int at = 0; at < kept.size(); at++) {
            if (content(kept.get(at)).equals(content(key))) {
                return at;
            }
        }
        return -1;
    }

    private static List<Object> content(Constraint key) {
        if (key instanceof UniqueConstraint unique) {
            return List.of(unique.columns(), unique.nullsDistinct(), unique.options());
        }
        return key instanceof PrimaryKey primary ? List.of(primary.columns(), true, "") : List.of(key);
    }
}
