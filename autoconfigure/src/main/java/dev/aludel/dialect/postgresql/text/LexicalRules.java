package dev.aludel.dialect.postgresql.text;

/**
 * The characters of SQL, and where comments, quoted texts and words end: PostgreSQL manual, chapter 4.1 Lexical Structure.
 * Backslashes are escapes in {@code E''} only, as {@code standard_conforming_strings} has it. An end is the place behind the
 * last character; {@link #OPEN} where there is none.
 */
public final class LexicalRules {

    /** What begins does not end within the text. */
    public static final int OPEN = -1;

    private LexicalRules() {}

    public static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Letters, the underscore, and all that is not ASCII, a non-breaking space too. */
    public static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    public static int endOfWord(CharSequence sql, int from) {
        int i = from;
        while (i < sql.length() && (isTagPart(sql.charAt(i)) || sql.charAt(i) == '$')) {
            i++;
        }
        return i;
    }

    public static int endOfLine(CharSequence sql, int from) {
        int i = from;
        while (i < sql.length() && sql.charAt(i) != '\n' && sql.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    /** Where the line behind a line's end begins; {@code \\r\\n} is one end. */
    public static int nextLine(CharSequence sql, int end) {
        return Math.min(sql.length(), end + (stands("\r\n", sql, end) ? 2 : 1));
    }

    /** Tells whether a text stands at a place. */
    public static boolean stands(String text, CharSequence sql, int at) {
        if (at + text.length() > sql.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (sql.charAt(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a word of lower-case ASCII letters stands at a place, in any letter case. */
    public static boolean standsFolded(String word, CharSequence sql, int at) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.toLowerCase(sql.charAt(at + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int next(char character, CharSequence sql, int from) {
        for (int i = from; i < sql.length(); i++) {
            if (sql.charAt(i) == character) {
                return i;
            }
        }
        return OPEN;
    }

    /** The end of a block comment; they nest. */
    public static int endOfComment(CharSequence sql, int start) {
        int depth = 1;
        int i = start + 2;
        while (i < sql.length()) {
            if (stands("*/", sql, i)) {
                i += 2;
                if (--depth == 0) {
                    return i;
                }
            } else if (stands("/*", sql, i)) {
                i += 2;
                depth++;
            } else {
                i++;
            }
        }
        return OPEN;
    }

    /** The end of what the quote at the start opens. A doubled quote stands for itself. */
    public static int endOfQuote(CharSequence sql, int start) {
        char quote = sql.charAt(start);
        int close = next(quote, sql, start + 1);
        while (close >= 0 && close + 1 < sql.length() && sql.charAt(close + 1) == quote) {
            close = next(quote, sql, close + 2);
        }
        return close < 0 ? OPEN : close + 1;
    }

    /** The end of {@code E'it\'s'} by its quote; its escapes hold in a continuation on the next line as well. */
    public static int endOfEscapes(CharSequence sql, int quote) {
        int i = quote + 1;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == '\\') {
                i += 2;
            } else if (c != '\'') {
                i++;
            } else if (stands("''", sql, i)) {
                i += 2;
            } else {
                int continued = continuation(sql, i + 1);
                if (continued < 0) {
                    return i + 1;
                }
                i = continued;
            }
        }
        return OPEN;
    }

    /** Where the text of a string goes on after white space with a line break and a quote; -1 where it does not. */
    private static int continuation(CharSequence sql, int from) {
        int i = from;
        boolean broken = false;
        while (i < sql.length() && (isSpace(sql.charAt(i)) || stands("--", sql, i))) {
            broken |= sql.charAt(i) == '\n' || sql.charAt(i) == '\r';
            i = sql.charAt(i) == '-' ? endOfLine(sql, i) : i + 1;
        }
        return broken && stands("'", sql, i) ? i + 1 : -1;
    }

    /** {@code $$} or {@code $tag$} at a dollar sign; empty where it is none, as in the parameter {@code $1}. */
    public static String dollarTag(CharSequence sql, int start) {
        int i = start + 1;
        if (i < sql.length() && isWordStart(sql.charAt(i))) {
            while (i < sql.length() && isTagPart(sql.charAt(i))) {
                i++;
            }
        }
        return stands("$", sql, i) ? sql.subSequence(start, i + 1).toString() : "";
    }

    /** The end of what the tag at the start opens. */
    public static int endOfDollarQuote(CharSequence sql, int start, String tag) {
        int close = next('$', sql, start + tag.length());
        while (close >= 0 && !stands(tag, sql, close)) {
            close = next('$', sql, close + 1);
        }
        return close < 0 ? OPEN : close + tag.length();
    }

    public static boolean isTagPart(char c) {
        return isWordStart(c) || isDigit(c);
    }
}
