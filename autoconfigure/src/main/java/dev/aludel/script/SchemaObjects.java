package dev.aludel.script;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Objects as the header {@code creates} lists them: {@code table users, table "Odd, name", table audit.log}. A name that is not a
 * plain lower-case word is in double quotes; one with a line break or the like is written as in SQL {@code U&"a\000ab"}.
 */
public final class SchemaObjects {

    private static final Map<String, Kind> KINDS =
            Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::label, Function.identity()));

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final String NAME = "([a-z_][a-z0-9_]*|\"(?:[^\"]++|\"\")++\"|U&\"(?:[^\"]++|\"\")++\")";
    private static final Pattern OBJECT = Pattern.compile(
            "\\s*(" + KINDS.keySet().stream().sorted(Comparator.reverseOrder()).collect(Collectors.joining("|"))
                    + ")\\s+" + NAME + "(?:\\." + NAME + ")?\\s*(?:,|$)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\\\|[0-9a-f]{4})");

    private SchemaObjects() {}

    /**
     * Reads a list; an empty text is an empty one.
     *
     * @throws IllegalArgumentException where it is no such list; the message quotes the place
     */
    public static List<SchemaObject> parse(String text) {
        List<SchemaObject> objects = new ArrayList<>();
        Matcher matcher = OBJECT.matcher(text.strip());
        int at = 0;
        int length = text.strip().length();
        while (at < length) {
            if (!matcher.region(at, length).lookingAt()) {
                throw new IllegalArgumentException(
                        "'" + Sections.shortened(text.strip().substring(at)) + "', which is no object");
            }
            objects.add(object(matcher.toMatchResult()));
            at = matcher.end();
        }
        if (text.strip().endsWith(",")) {
            throw new IllegalArgumentException("a comma at its end");
        }
        return objects;
    }

    private static SchemaObject object(MatchResult match) {
        Kind kind = Kind.valueOf(match.group(1).toUpperCase(Locale.ROOT).replace(' ', '_'));
        String first = name(match.group(2));
        ObjectName name = match.group(3) == null ? ObjectName.of(first) : ObjectName.of(first, name(match.group(3)));
        return new SchemaObject(kind, name);
    }

    private static String name(String written) {
        int quote = written.indexOf('"');
        if (quote < 0) {
            return written;
        }
        String name = written.substring(quote + 1, written.length() - 1).replace("\"\"", "\"");
        return quote == 0 ? name : ESCAPE.matcher(name).replaceAll(SchemaObjects::unescaped);
    }

    private static String unescaped(MatchResult escape) {
        String code = escape.group(1);
        return Matcher.quoteReplacement(code.equals("\\") ? code : String.valueOf((char) Integer.parseInt(code, 16)));
    }

    /** Writes a list, in one line, in the given order. */
    public static String print(Collection<SchemaObject> objects) {
        return objects.stream()
                .map(object -> object.kind().label() + " " + print(object.name()))
                .collect(Collectors.joining(", "));
    }

    private static String print(ObjectName name) {
        return name.schema().isEmpty() ? quoted(name.name()) : quoted(name.schema()) + "." + quoted(name.name());
    }

    private static String quoted(String name) {
        if (PLAIN.matcher(name).matches()) {
            return name;
        }
        if (name.chars().noneMatch(SchemaObjects::isUnwritable)) {
            return '"' + name.replace("\"", "\"\"") + '"';
        }
        StringBuilder escaped = new StringBuilder("U&\"");
        name.chars().mapToObj(SchemaObjects::escaped).forEach(escaped::append);
        return escaped.append('"').toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '"' -> "\"\"";
            default -> isUnwritable(c) ? "\\%04x".formatted(c) : String.valueOf((char) c);
        };
    }

    /** What would break the line, or not survive as text. */
    private static boolean isUnwritable(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
