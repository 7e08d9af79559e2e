package dev.aludel.metamodel;

import org.jspecify.annotations.Nullable;

/** Small questions about SQL text. */
final class Texts {

    private Texts() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.trim();
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /**
     * A comment as Hibernate's statement stores it. Hibernate writes it between quotes as it is: {@code it''s} is stored as
     * {@code it's}. Where that breaks the statement, the text itself was meant.
     *
     * @throws UnsupportedMappingException for a NUL, which no database stores
     */
    static @Nullable String ofComment(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.indexOf(0) >= 0) {
            throw new UnsupportedMappingException("The comment '" + text.replace("\0", "\\0")
                    + "' has a NUL character, which no database stores. Take it out of @Comment.");
        }
        String single = text.replace("''", "");
        return single.indexOf('\'') < 0 ? text.replace("''", "'") : text;
    }

    /** A type as SQL: Hibernate leaves the name of a quoted struct in quotes of its own, which are none in SQL. */
    static String ofType(String text) {
        return text.startsWith("`") ? text.replace('`', '"') : text;
    }

    /** How many parentheses the text leaves open; those in literals and quoted names do not count. */
    static int openParentheses(String text) {
        int open = 0;
        char quote = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
            } else if (letter == '(') {
                open++;
            } else if (letter == ')') {
                open--;
            }
        }
        return open;
    }

    /** Where the first word ends, with the quotes around it if it has some. */
    static int endOfWord(String text) {
        int end = 0;
        if (text.startsWith("\"")) {
            end = Math.max(text.indexOf('"', 1) + 1, 1);
        }
        while (end < text.length() && " \t\r\n(".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** The text without a pair of parentheses around the whole of it, such as {@code lower(a)} from {@code (lower(a))}. */
    static String withoutParentheses(String text) {
        String inner = text.trim();
        while (isInParentheses(inner)) {
            inner = inner.substring(1, inner.length() - 1).trim();
        }
        return inner;
    }

    private static boolean isInParentheses(String text) {
        if (text.length() < 2 || !text.startsWith("(") || !text.endsWith(")")) {
            return false;
        }
        for (int end = 1; end < text.length(); end++) {
            if (openParentheses(text.substring(0, end)) == 0) {
                return false;
            }
        }
        return true;
    }
}
