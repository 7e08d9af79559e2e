package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.StatementSyntaxException;

/**
 * Reads SQL token by token, as far as quotes and comments ask for it: PostgreSQL manual, chapter 4.1. A symbol is one
 * character; a number is symbols. Backslashes are escapes in {@code E''} only, as {@code standard_conforming_strings} has it.
 */
final class PostgresScanner {

    enum Kind {
        SPACE,
        COMMENT,
        QUOTE,
        WORD,
        SYMBOL
    }

    private final String text;
    private Kind kind = Kind.SPACE;
    private int start;
    private int end;
    private int line = 1;
    private int endLine = 1;

    PostgresScanner(String text) {
        this.text = text;
    }

    /** Goes to the next token, if there is one. */
    boolean next() {
        if (end == text.length()) {
            return false;
        }
        start = end;
        line = endLine;
        char first = text.charAt(start);
        if (isSpace(first)) {
            token(Kind.SPACE, spaceEnd(start));
        } else if (first == '-' && text.startsWith("--", start)) {
            token(Kind.COMMENT, lineEnd(start));
        } else if (first == '/' && text.startsWith("/*", start)) {
            token(Kind.COMMENT, blockCommentEnd());
        } else if (first == '\'') {
            token(Kind.QUOTE, quoteEnd(start, '\'', "string '"));
        } else if (first == '"') {
            token(Kind.QUOTE, quoteEnd(start, '"', "quoted name \""));
        } else if ((first == 'e' || first == 'E') && text.startsWith("'", start + 1)) {
            token(Kind.QUOTE, escapeStringEnd());
        } else if (isWordStart(first)) {
            token(Kind.WORD, wordEnd(start));
        } else if (first == '$') {
            dollar();
        } else {
            token(Kind.SYMBOL, start + 1);
        }
        return true;
    }

    private void token(Kind found, int to) {
        kind = found;
        end = to;
        if (found == Kind.SPACE || found == Kind.COMMENT || found == Kind.QUOTE) {
            for (int i = text.indexOf('\n', start); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) {
                endLine++;
            }
        }
    }

    Kind kind() {
        return kind;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    String text() {
        return text.substring(start, end);
    }

    /** The line on which the token begins. */
    int line() {
        return line;
    }

    /** The line on which it ends. */
    int endLine() {
        return endLine;
    }

    private int spaceEnd(int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private int wordEnd(int from) {
        int i = from;
        while (i < text.length() && (isTagPart(text.charAt(i)) || text.charAt(i) == '$')) {
            i++;
        }
        return i;
    }

    /** Block comments nest. */
    private int blockCommentEnd() {
        int depth = 1;
        int i = start + 2;
        while (i < text.length()) {
            if (text.startsWith("*/", i)) {
                i += 2;
                if (--depth == 0) {
                    return i;
                }
            } else if (text.startsWith("/*", i)) {
                i += 2;
                depth++;
            } else {
                i++;
            }
        }
        throw unterminated("comment /*", "*/");
    }

    /** A doubled quote stands for itself, which two quotes in a row amount to. */
    private int quoteEnd(int from, char quote, String what) {
        int close = text.indexOf(quote, from + 1);
        while (close >= 0 && close + 1 < text.length() && text.charAt(close + 1) == quote) {
            close = text.indexOf(quote, close + 2);
        }
        if (close < 0) {
            throw unterminated(what, String.valueOf(quote));
        }
        return close + 1;
    }

    /** {@code E'it\'s'}; its escapes hold in a continuation on the next line as well. */
    private int escapeStringEnd() {
        int i = start + 2;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\') {
                i += 2;
            } else if (c != '\'') {
                i++;
            } else if (text.startsWith("''", i)) {
                i += 2;
            } else {
                int continued = continuation(i + 1);
                if (continued < 0) {
                    return i + 1;
                }
                i = continued;
            }
        }
        throw unterminated("string E'", "'");
    }

    /** Where the text of a string goes on after white space with a line break and a quote; -1 where it does not. */
    private int continuation(int from) {
        int i = from;
        boolean broken = false;
        while (i < text.length() && (isSpace(text.charAt(i)) || text.startsWith("--", i))) {
            broken |= text.charAt(i) == '\n' || text.charAt(i) == '\r';
            i = text.charAt(i) == '-' ? lineEnd(i) : i + 1;
        }
        return broken && text.startsWith("'", i) ? i + 1 : -1;
    }

    /** {@code $$}, {@code $tag$}, or a symbol as in the parameter {@code $1}. */
    private void dollar() {
        int i = start + 1;
        if (i < text.length() && isWordStart(text.charAt(i))) {
            while (i < text.length() && isTagPart(text.charAt(i))) {
                i++;
            }
        }
        if (!text.startsWith("$", i)) {
            token(Kind.SYMBOL, start + 1);
            return;
        }
        String tag = text.substring(start, i + 1);
        int close = text.indexOf(tag, i + 1);
        if (close < 0) {
            throw unterminated("dollar quote " + tag, tag);
        }
        token(Kind.QUOTE, close + tag.length());
    }

    private StatementSyntaxException unterminated(String what, String remedy) {
        return new StatementSyntaxException(line, "the " + what + " that begins here does not end. Add " + remedy);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Letters, the underscore, and all that is not ASCII, a non-breaking space too. */
    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private static boolean isTagPart(char c) {
        return isWordStart(c) || (c >= '0' && c <= '9');
    }
}
