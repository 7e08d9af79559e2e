package dev.aludel.dialect.postgresql.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Identifiers as the server writes, shortens and composes them. */
public final class Identifiers {

    /** NAMEDATALEN - 1: longer names are cut off, in bytes of UTF-8. */
    private static final int MAX_BYTES = 63;

    private Identifiers() {}

    /** The identifier with quotes where it needs them. */
    public static String quote(String identifier) {
        boolean plain = !identifier.isEmpty()
                && !Character.isDigit(identifier.charAt(0))
                && identifier.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                && !Keywords.needsQuotes(identifier);
        return plain ? identifier : '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** A text as a string literal, under {@code standard_conforming_strings}. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The same for a file, whose line ends are not its own: a carriage return is escaped. */
    public static String writtenLiteral(String text) {
        boolean plain = text.indexOf('\r') < 0;
        return plain ? literal(text) : "E" + literal(text.replace("\\", "\\\\").replace("\r", "\\r"));
    }

    /** The identifier as the server stores it. */
    public static String truncated(String identifier) {
        return clipped(identifier, MAX_BYTES);
    }

    /** The name that the server composes for an index, constraint or sequence that nobody named (makeObjectName). */
    public static String composed(String table, @Nullable String columns, String label) {
        int available = MAX_BYTES - 1 - bytes(label) - (columns == null ? 0 : 1);
        int first = bytes(table);
        int second = columns == null ? 0 : bytes(columns);
        while (first + second > available) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        return clipped(table, first) + (columns == null ? "" : "_" + clipped(columns, second)) + "_" + label;
    }

    /** The columns' part of such a name: joined, until it is as long as a name can be. */
    public static String joined(List<String> columns) {
        StringBuilder joined = new StringBuilder();
        for (String column : columns) {
            joined.append(joined.isEmpty() ? "" : "_").append(column);
            if (bytes(joined.toString()) > MAX_BYTES) {
                break;
            }
        }
        return joined.toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** At most so many bytes of UTF-8, without half characters. */
    private static String clipped(String text, int maximum) {
        if (bytes(text) <= maximum) {
            return text;
        }
        int length = 0;
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            length += bytes(Character.toString(codePoint));
            if (length > maximum) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end);
    }
}
