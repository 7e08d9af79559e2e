package dev.aludel.script;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the list of a header {@code creates}, character by character: every start reads those of all scripts. */
final class ObjectList {

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<String> LABELS =
            KINDS.stream().map(kind -> kind.label() + " ").toList();
    private static final String ESCAPED = "U&\"";

    private final String text;
    private int at;

    ObjectList(String text) {
        this.text = text;
    }

    List<SchemaObject> read() {
        List<SchemaObject> objects = new ArrayList<>();
        while (at < text.length()) {
            int begin = at;
            SchemaObject object = object();
            boolean last = at == text.length();
            if (object == null || !(last || skip(","))) {
                throw new IllegalArgumentException(
                        "'" + Sections.shortened(text.substring(begin)) + "', which is no object");
            }
            objects.add(object);
            skipSpace();
            if (!last && at == text.length()) {
                throw new IllegalArgumentException("a comma at its end");
            }
        }
        return objects;
    }

    private @Nullable SchemaObject object() {
        Kind kind = kind();
        String first = kind == null ? "" : name();
        if (kind == null || first.isEmpty()) {
            return null;
        }
        ObjectName name = ObjectName.of(first);
        if (skip(".")) {
            String second = name();
            if (second.isEmpty()) {
                return null;
            }
            name = ObjectName.of(first, second);
        }
        skipSpace();
        return new SchemaObject(kind, name);
    }

    private @Nullable Kind kind() {
        for (int i = 0; i < KINDS.size(); i++) {
            if (skip(LABELS.get(i))) {
                skipSpace();
                return KINDS.get(i);
            }
        }
        return null;
    }

    /** The rest of the text, after a path of names such as {@code audit.log.at}. */
    String rest() {
        return text.substring(at);
    }

    /** A path of names; empty where there is none. */
    List<String> path() {
        List<String> path = new ArrayList<>();
        do {
            path.add(name());
        } while (skip("."));
        return path.contains("") ? List.of() : path;
    }

    /** Empty where there is none. */
    private String name() {
        if (skip(ESCAPED)) {
            return unescaped(quoted());
        }
        if (skip("\"")) {
            return quoted();
        }
        int begin = at;
        while (at < text.length() && isPlain(text.charAt(at), at > begin)) {
            at++;
        }
        return text.substring(begin, at);
    }

    private static boolean isPlain(char c, boolean digits) {
        return (c >= 'a' && c <= 'z') || c == '_' || (digits && c >= '0' && c <= '9');
    }

    private String quoted() {
        StringBuilder name = new StringBuilder();
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                return "";
            }
            name.append(text, at, quote);
            at = quote + 1;
            if (!skip("\"")) {
                return name.toString();
            }
            name.append('"');
        }
    }

    /** {@code \\000a} and {@code \\\\}. */
    private static String unescaped(String name) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\' && i + 1 < name.length() && name.charAt(i + 1) == '\\') {
                i++;
            } else if (c == '\\' && i + 4 < name.length()) {
                c = (char) HexFormat.fromHexDigits(name, i + 1, i + 5);
                i += 4;
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private boolean skip(String expected) {
        boolean found = text.startsWith(expected, at);
        at += found ? expected.length() : 0;
        return found;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
