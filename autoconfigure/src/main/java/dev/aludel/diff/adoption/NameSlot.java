package dev.aludel.diff.adoption;

import dev.aludel.diff.Rank;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ObjectName;
import java.util.Comparator;

/**
 * Where the name of a constraint or an index must be the only one: an index, also that of a key, shares the names of its schema with
 * tables and sequences; another constraint those of its table.
 *
 * @param table empty for a name of the schema
 */
record NameSlot(ObjectName name, String table) implements Comparable<NameSlot> {

    private static final Comparator<NameSlot> ORDER =
            Comparator.comparing(NameSlot::name).thenComparing(NameSlot::table);

    static NameSlot of(ObjectName table, Constraint constraint) {
        String text = constraint.name().text();
        return Rank.of(constraint).hasIndex() ? relation(table.sibling(text)) : ofTable(table, text);
    }

    static NameSlot ofTable(ObjectName table, String name) {
        return new NameSlot(table.sibling(name), table.name());
    }

    static NameSlot relation(ObjectName name) {
        return new NameSlot(name, "");
    }

    NameSlot with(String other) {
        return new NameSlot(name.sibling(other), table);
    }

    @Override
    public int compareTo(NameSlot other) {
        return ORDER.compare(this, other);
    }
}
