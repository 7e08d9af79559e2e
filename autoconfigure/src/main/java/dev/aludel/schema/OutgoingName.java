package dev.aludel.schema;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name that a type has while another takes its place: {@code aludel_color} for {@code color}. The prefix stands in front, so
 * that a server that cuts long names still tells the two apart.
 */
public final class OutgoingName {

    private static final String PREFIX = "aludel_";

    /** The last part of the name of a type with what follows it, such as {@code "Color"[]} of {@code audit."Color"[]}. */
    private static final Pattern LAST = Pattern.compile("(\"?)([^\".]|\"\")+\"?(\\[])?$");

    private OutgoingName() {}

    public static ObjectName of(ObjectName name) {
        return name.sibling(PREFIX + name.name());
    }

    /** The outgoing name of a type as SQL: {@code audit."aludel_Color"[]}. */
    public static String ofText(String type) {
        var last = LAST.matcher(type);
        return last.find() ? type.substring(0, last.start()) + last.group(1) + PREFIX + rest(type, last) : type;
    }

    private static String rest(String type, java.util.regex.Matcher last) {
        return type.substring(last.start() + last.group(1).length());
    }

    /** Whether one of two types takes the place of the other. */
    public static boolean isBetween(String type, String other) {
        return isOf(type, other) || isOf(other, type);
    }

    private static boolean isOf(String outgoing, String type) {
        return unquoted(outgoing).equals(unquoted(ofText(type)));
    }

    private static String unquoted(String type) {
        return type.replace("\"", "");
    }

    /** The name of a user's type that stands as SQL, an array's element type included; empty where it has arguments. */
    public static Optional<ObjectName> nameIn(String type) {
        String plain = type.endsWith("[]") ? type.substring(0, type.length() - 2) : type;
        if (plain.contains("(") || (plain.contains(" ") && !plain.contains("\""))) {
            return Optional.empty();
        }
        int dot = separator(plain);
        return Optional.of(
                dot < 0
                        ? ObjectName.of(part(plain))
                        : ObjectName.of(part(plain.substring(0, dot)), part(plain.substring(dot + 1))));
    }

    private static int separator(String name) {
        boolean quoted = false;
        for (int at = 0; at < name.length(); at++) {
            quoted ^= name.charAt(at) == '"';
            if (!quoted && name.charAt(at) == '.') {
                return at;
            }
        }
        return -1;
    }

    private static String part(String text) {
        return text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text;
    }
}
