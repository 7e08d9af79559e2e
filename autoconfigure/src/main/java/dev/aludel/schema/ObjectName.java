package dev.aludel.schema;

import java.util.Comparator;

/**
 * The name of a table, sequence or other object, unquoted, as the database stores it.
 *
 * @param schema the database schema; empty for the unit's own, which {@code search_path} leads to
 * @param name the name within the schema
 */
public record ObjectName(String schema, String name) implements Comparable<ObjectName> {

    private static final Comparator<ObjectName> ORDER =
            Comparator.comparing(ObjectName::schema).thenComparing(ObjectName::name);

    /** A name in the unit's own schema. */
    public static ObjectName of(String name) {
        return new ObjectName("", name);
    }

    public static ObjectName of(String schema, String name) {
        return new ObjectName(schema, name);
    }

    /** Another object of the same schema, such as a table's index. */
    public ObjectName sibling(String other) {
        return new ObjectName(schema, other);
    }

    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }

    /** As people read it: {@code users}, {@code audit.users}. */
    @Override
    public String toString() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
