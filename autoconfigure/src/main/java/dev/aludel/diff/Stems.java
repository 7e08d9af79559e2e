package dev.aludel.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names that are made of another name: {@code users_roles} and {@code user_id} of a table {@code users}, whose entity is called
 * {@code User}.
 */
final class Stems {

    private Stems() {}

    /** What a name may be once the name that it is made of has changed. */
    static List<String> after(String name, String old, String now) {
        Set<String> names = new LinkedHashSet<>();
        for (String stem : of(old)) {
            for (String other : of(now)) {
                if (name.equals(stem)) {
                    names.add(other);
                }
                if (name.startsWith(stem + "_")) {
                    names.add(other + name.substring(stem.length()));
                }
                if (name.endsWith("_" + stem)) {
                    names.add(name.substring(0, name.length() - stem.length()) + other);
                }
            }
        }
        names.remove(name);
        return List.copyOf(names);
    }

    /** The name of a table and its English singular. */
    private static List<String> of(String table) {
        List<String> stems = new ArrayList<>(List.of(table));
        if (table.endsWith("ies")) {
            stems.add(table.substring(0, table.length() - 3) + "y");
        }
        if (table.endsWith("es")) {
            stems.add(table.substring(0, table.length() - 2));
        }
        if (table.endsWith("s")) {
            stems.add(table.substring(0, table.length() - 1));
        }
        return stems;
    }
}
