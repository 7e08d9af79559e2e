package dev.aludel.fuzz;

import java.util.List;
import java.util.Locale;

/**
 * Where an attribute is declared.
 *
 * @param name the attribute's, which no other attribute of the model has, so that names collide in no hierarchy
 * @param owner the entity that declares it, or whose embeddable does
 * @param targets the entities that can be referred to
 * @param siblings columns with numbers, for expressions
 * @param root whether the class is an entity and the root of its hierarchy
 * @param secondaryTable its name, or empty
 * @param whole whether embeddables may be stored as one value: Hibernate fails on them in a table that repeats its parent's columns
 */
record Place(
        String name,
        Target owner,
        List<Target> targets,
        List<String> siblings,
        boolean root,
        String secondaryTable,
        boolean whole) {

    /** An entity as others see it. */
    record Target(String name, boolean compositeKey, String keyColumn) {}

    Target target(int number) {
        return targets.get(number % targets.size());
    }

    /** A text with the attribute's name for {@code {}}. */
    String named(String text) {
        return text.replace("{}", name.toLowerCase(Locale.ROOT));
    }

    /** For the classes that belong to the attribute. */
    String className(String suffix) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + suffix;
    }

    /** For an attribute of the embeddable that belongs to this one. */
    Place within(int number) {
        return new Place(name + "x" + number, owner, targets, List.of(), false, "", whole);
    }

    /** For the attribute under another name. */
    Place later() {
        return new Place(name + "Later", owner, targets, siblings, root, secondaryTable, whole);
    }

    Place beside(List<String> others) {
        return new Place(name, owner, targets, others, root, secondaryTable, whole);
    }
}
