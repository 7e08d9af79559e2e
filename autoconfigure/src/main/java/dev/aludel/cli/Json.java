package dev.aludel.cli;

import dev.aludel.text.OneLine;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes JSON (RFC 8259): maps, collections, numbers, booleans, null; anything else as its text. */
final class Json {

    private final StringBuilder text = new StringBuilder();

    private Json() {}

    static String of(Map<String, ?> object) {
        Json json = new Json();
        json.value(object, "\n");
        return json.text.toString();
    }

    /** Keys and values in turn, in the order in which they are printed. */
    static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(object);
    }

    private void value(@Nullable Object value, String line) {
        if (value instanceof Map<?, ?> map) {
            each('{', map.entrySet().iterator(), '}', line, entry -> {
                string(String.valueOf(entry.getKey()));
                text.append(": ");
                value(entry.getValue(), line + "  ");
            });
        } else if (value instanceof Collection<?> list) {
            each('[', list.iterator(), ']', line, element -> value(element, line + "  "));
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            string(value.toString());
        }
    }

    private <T> void each(char open, Iterator<T> elements, char close, String line, Consumer<T> print) {
        text.append(open);
        boolean any = elements.hasNext();
        while (elements.hasNext()) {
            text.append(line).append("  ");
            print.accept(elements.next());
            text.append(elements.hasNext() ? "," : "");
        }
        text.append(any ? line : "").append(close);
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int character = value.codePointAt(i);
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (OneLine.isPlain(character)) {
                        text.appendCodePoint(character);
                    } else {
                        Character.toString(character).chars().forEach(unit -> text.append("\\u%04x".formatted(unit)));
                    }
                }
            }
        }
        text.append('"');
    }

    /** A list of what a function makes of each element. */
    static <T> List<?> list(List<T> elements, Function<T, ?> shape) {
        return elements.stream().map(shape).toList();
    }
}
