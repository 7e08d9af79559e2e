package dev.aludel.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts an SQL expression into tokens as the server does (PostgreSQL manual, 4.1 Lexical Structure). */
final class Lexer {

    private static final String OPERATOR = "+-*/<>=~!@#%^&|`?";
    private static final String NOT_BEFORE_SIGN = "~!@#%^&|`?";

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String sql) {
        this.sql = sql;
    }

    /** The tokens without comments; what does not end, ends with the text. */
    static List<Token> tokens(String sql) {
        Lexer lexer = new Lexer(sql);
        while (lexer.at < sql.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            int end = sql.indexOf('\n', at);
            at = end < 0 ? sql.length() : end;
        } else if (sql.startsWith("/*", at)) {
            at = endOfComment();
        } else if (c == '\'') {
            quoted(Token.Kind.STRING, c);
        } else if (c == '"') {
            quoted(Token.Kind.QUOTED, c);
        } else if (c == '$' && dollarTag() != null) {
            dollarQuoted();
        } else if (isNumberStart(c)) {
            number();
        } else if (isWordStart(c)) {
            word();
        } else {
            symbol(c);
        }
    }

    private void add(Token.Kind kind, String text, int end) {
        tokens.add(new Token(kind, text, at, end));
        at = end;
    }

    private int endOfComment() {
        int depth = 0;
        for (int i = at; i < sql.length(); i++) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (sql.startsWith("*/", i)) {
                i++;
                if (--depth == 0) {
                    return i + 1;
                }
            }
        }
        return sql.length();
    }

    private void quoted(Token.Kind kind, char quote) {
        StringBuilder text = new StringBuilder();
        int i = at + 1;
        for (; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == quote) {
                if (i + 1 >= sql.length() || sql.charAt(i + 1) != quote) {
                    break;
                }
                i++;
            }
            text.append(c);
        }
        add(kind, text.toString(), Math.min(i + 1, sql.length()));
    }

    @org.jspecify.annotations.Nullable
    private String dollarTag() {
        int i = at + 1;
        while (i < sql.length() && isWordPart(sql.charAt(i)) && sql.charAt(i) != '$') {
            i++;
        }
        return i < sql.length() && sql.charAt(i) == '$' ? sql.substring(at, i + 1) : null;
    }

    private void dollarQuoted() {
        String tag = sql.substring(at, sql.indexOf('$', at + 1) + 1);
        int end = sql.indexOf(tag, at + tag.length());
        int textEnd = end < 0 ? sql.length() : end;
        add(
                Token.Kind.STRING,
                sql.substring(at + tag.length(), textEnd),
                Math.min(textEnd + tag.length(), sql.length()));
    }

    private void number() {
        int i = at;
        while (i < sql.length() && (Character.isLetterOrDigit(sql.charAt(i)) || "._".indexOf(sql.charAt(i)) >= 0)) {
            boolean exponent = Character.toLowerCase(sql.charAt(i)) == 'e';
            i++;
            if (exponent && i < sql.length() && "+-".indexOf(sql.charAt(i)) >= 0) {
                i++;
            }
        }
        add(Token.Kind.NUMBER, sql.substring(at, i), i);
    }

    private void word() {
        int i = at + 1;
        while (i < sql.length() && isWordPart(sql.charAt(i))) {
            i++;
        }
        String word = fold(sql.substring(at, i));
        int start = at;
        if (word.equals("u") && (sql.startsWith("&'", i) || sql.startsWith("&\"", i))) {
            at = i + 1;
            prefixed(start);
        } else if (List.of("e", "b", "x", "n").contains(word) && i < sql.length() && sql.charAt(i) == '\'') {
            at = i;
            prefixed(start);
        } else {
            add(Token.Kind.WORD, word, i);
        }
    }

    /** A string with a prefix; within {@code E''} a backslash keeps the quote behind it from ending the string. */
    private void prefixed(int start) {
        char quote = sql.charAt(at);
        boolean escapes = Character.toLowerCase(sql.charAt(start)) == 'e';
        int i = at + 1;
        for (; i < sql.length(); i++) {
            if (escapes && sql.charAt(i) == '\\') {
                i++;
            } else if (sql.charAt(i) == quote) {
                if (i + 1 >= sql.length() || sql.charAt(i + 1) != quote) {
                    break;
                }
                i++;
            }
        }
        int end = Math.min(i + 1, sql.length());
        tokens.add(new Token(Token.Kind.LITERAL, sql.substring(start, end), start, end));
        at = end;
    }

    private void symbol(char c) {
        if (sql.startsWith("::", at) || sql.startsWith(":=", at)) {
            add(Token.Kind.SYMBOL, sql.substring(at, at + 2), at + 2);
        } else if (OPERATOR.indexOf(c) >= 0) {
            int i = at;
            while (i < sql.length()
                    && OPERATOR.indexOf(sql.charAt(i)) >= 0
                    && (i == at || !(sql.startsWith("--", i) || sql.startsWith("/*", i)))) {
                i++;
            }
            add(Token.Kind.SYMBOL, sql.substring(at, endOfOperator(i)), endOfOperator(i));
        } else {
            add(Token.Kind.SYMBOL, String.valueOf(c), at + 1);
        }
    }

    /** An operator of several characters ends in a sign only where it holds a character that no standard operator has. */
    private int endOfOperator(int end) {
        int i = end;
        while (i > at + 1
                && "+-".indexOf(sql.charAt(i - 1)) >= 0
                && sql.substring(at, i).chars().noneMatch(c -> NOT_BEFORE_SIGN.indexOf(c) >= 0)) {
            i--;
        }
        return i;
    }

    private boolean isNumberStart(char c) {
        return Character.isDigit(c) || (c == '.' && at + 1 < sql.length() && Character.isDigit(sql.charAt(at + 1)));
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c > 0x7f;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || Character.isDigit(c) || c == '$';
    }

    /** The server folds ASCII letters alone in a database of UTF-8. */
    private static String fold(String word) {
        if (word.chars().allMatch(c -> c < 0x80)) {
            return word.toLowerCase(Locale.ROOT);
        }
        StringBuilder folded = new StringBuilder(word.length());
        word.chars().forEach(c -> folded.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return folded.toString();
    }
}
