package dev.aludel.script;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.text.OneLine;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Objects as the header {@code creates} lists them: {@code table users, table "Odd, name", table audit.log}. A name that is not a
 * plain lower-case word is in double quotes; one with a line break or the like is written as in SQL {@code U&"a\000ab"}.
 */
public final class SchemaObjects {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private SchemaObjects() {}

    /**
     * Reads a list; an empty text is an empty one.
     *
     * @throws IllegalArgumentException where it is no such list; the message quotes the place
     */
    public static List<SchemaObject> parse(String text) {
        return new ObjectList(text.strip()).read();
    }

    /** Writes a list, in one line, in the given order. */
    public static String print(Collection<SchemaObject> objects) {
        return objects.stream()
                .map(object -> object.kind().label() + " " + print(object.name()))
                .collect(Collectors.joining(", "));
    }

    /**
     * What several revisions made and dropped, as one list of the same meaning: of an auxiliary object that went and came back, the
     * last word counts.
     *
     * @param said in the order of the revisions
     */
    public static List<SchemaObject> joined(Stream<SchemaObject> said) {
        Set<SchemaObject> joined = new LinkedHashSet<>();
        said.forEach(object -> {
            if (object.kind() == SchemaObject.Kind.DROPPED_OBJECT) {
                joined.remove(new SchemaObject(SchemaObject.Kind.OBJECT, object.name()));
            }
            joined.remove(object);
            joined.add(object);
        });
        return List.copyOf(joined);
    }

    static String print(ObjectName name) {
        return name.schema().isEmpty() ? quoted(name.name()) : quoted(name.schema()) + "." + quoted(name.name());
    }

    static String quoted(String name) {
        if (PLAIN.matcher(name).matches()) {
            return name;
        }
        if (name.codePoints().noneMatch(SchemaObjects::isUnwritable)) {
            return '"' + name.replace("\"", "\"\"") + '"';
        }
        StringBuilder escaped = new StringBuilder("U&\"");
        name.codePoints().mapToObj(SchemaObjects::escaped).forEach(escaped::append);
        return escaped.append('"').toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '"' -> "\"\"";
            default ->
                isUnwritable(c)
                        ? Character.toString(c)
                                .chars()
                                .mapToObj("\\%04x"::formatted)
                                .collect(Collectors.joining())
                        : Character.toString(c);
        };
    }

    /** What would break the line, or not survive as text. */
    private static boolean isUnwritable(int c) {
        return c == '\t' || !OneLine.isPlain(c);
    }
}
