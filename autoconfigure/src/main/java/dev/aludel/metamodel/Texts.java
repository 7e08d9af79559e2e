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
