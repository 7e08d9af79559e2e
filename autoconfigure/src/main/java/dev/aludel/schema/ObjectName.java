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

    /**
     * A name as a revision spells it: {@code users}, {@code audit.users}, and {@code audit."odd.name"} for one with a dot in it. A
     * quote within quotes is doubled; nothing is folded.
     */
    public static ObjectName parse(String text) {
        int dot = text.startsWith("\"") ? text.indexOf('.', endOfQuoted(text)) : text.indexOf('.');
        return dot < 0 ? of(plain(text)) : of(plain(text.substring(0, dot)), plain(text.substring(dot + 1)));
    }

    private static int endOfQuoted(String text) {
        int end = text.indexOf('"', 1);
        while (end >= 0 && text.startsWith("\"\"", end)) {
            end = text.indexOf('"', end + 2);
        }
        return end < 0 ? text.length() : end;
    }

    private static String plain(String part) {
        boolean quoted = part.length() > 2 && part.startsWith("\"") && part.endsWith("\"");
        return quoted ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }

    /** So that {@link #parse} gets it back. */
    public String spelled() {
        return (schema.isEmpty() ? "" : spelled(schema) + ".") + spelled(name);
    }

    private static String spelled(String part) {
        return part.contains(".") || part.startsWith("\"") ? '"' + part.replace("\"", "\"\"") + '"' : part;
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
