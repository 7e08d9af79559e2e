package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is made elsewhere, for others to stand on: what stands on anything else cannot be made there. */
final class Foundations {

    private final Predicate<SchemaObject> made;
    private final Set<SchemaObject> lacking = new HashSet<>();
    private final Set<String> absent = new HashSet<>();
    private final List<SchemaObject> fallen = new ArrayList<>();

    Foundations(Predicate<SchemaObject> made) {
        this.made = made;
    }

    /** Something is not made, whatever was asked for. */
    void lacks(SchemaObject object) {
        lacking.add(object);
    }

    /** @param wanted whether its schema is one of those that are made */
    void relation(String key, boolean wanted, SchemaObject relation) {
        if (!wanted || lacking.contains(relation) || !made.test(relation)) {
            absent.add(key);
        }
    }

    /** Those that can be made, without what nobody asked for. */
    List<StoredDependant> standing(List<StoredDependant> all) {
        List<StoredDependant> standing = new ArrayList<>();
        for (StoredDependant one : all) {
            if (made.test(one.object()) && !absent.contains(one.key())) {
                standing.add(one);
            } else {
                absent.add(one.key());
            }
        }
        while (standing.removeIf(this::falls)) {
            // another one may have stood on what fell
        }
        return standing;
    }

    private boolean falls(StoredDependant one) {
        if (one.onOthers().stream().noneMatch(absent::contains)) {
            return false;
        }
        absent.add(one.key());
        fallen.add(one.object());
        return true;
    }

    /** What cannot be made since what it stands on is not, in the order of names. */
    List<SchemaObject> fallen() {
        return fallen.stream().sorted().toList();
    }
}
