package dev.aludel.script;

import dev.aludel.text.OneLine;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Texts as they stand in the source of a class. */
final class JavaText {

    private JavaText() {}

    /** {@code .named("users_pkey")}, {@code .notNull()}. */
    static String call(String method, String... texts) {
        return "." + method + "(" + Arrays.stream(texts).map(JavaText::literal).collect(Collectors.joining(", ")) + ")";
    }

    static String call(String method, Collection<String> texts) {
        return call(method, texts.toArray(String[]::new));
    }

    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> literal.append(escaped(c)));
        return literal.append('"').toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> OneLine.isPlain(c) ? Character.toString(c) : escapes(c);
        };
    }

    /** Half a surrogate pair, which no database stores, would make javac misread an escape behind it. */
    private static String escapes(int c) {
        if (Character.getType(c) == Character.SURROGATE) {
            return OneLine.of(Character.toString(c));
        }
        return Character.toString(c).chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }

    /** A text of several lines as a text block, which begins where a line goes on and ends before it does. */
    static String block(String text, String indent) {
        return text.lines()
                .map(JavaText::line)
                .map(line -> line.isEmpty() ? "" : indent + line)
                .collect(Collectors.joining("\n", "\"\"\"\n", "\n" + indent + "\"\"\""));
    }

    /** Tells whether a text block keeps every character: it would lose white space other than spaces at the end of a line. */
    static boolean isOfPlainLines(String text) {
        return text.codePoints()
                .allMatch(
                        c -> c == '\n' || c == '\t' || c == ' ' || (OneLine.isPlain(c) && !Character.isWhitespace(c)));
    }

    /** White space at the end of a line would get lost. */
    private static String line(String line) {
        StringBuilder escaped = new StringBuilder();
        line.codePoints().forEach(c -> escaped.append(c == '"' || c == '\t' ? Character.toString(c) : escaped(c)));
        String text = escaped.toString().replace("\"\"\"", "\\\"\"\"");
        if (text.endsWith(" ")) {
            return text.substring(0, text.length() - 1) + "\\s";
        }
        return text.endsWith("\t") ? text.substring(0, text.length() - 1) + "\\t" : text;
    }

    /** A comment of one line; a Unicode escape would be one here, too. */
    static String comment(String text) {
        return "// " + OneLine.of(text).strip().replace("\\u", "\\ u");
    }
}
