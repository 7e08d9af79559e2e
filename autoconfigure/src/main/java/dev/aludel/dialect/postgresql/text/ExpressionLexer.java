package dev.aludel.dialect.postgresql.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts an SQL expression into tokens as the server does (PostgreSQL manual, 4.1 Lexical Structure). */
public final class ExpressionLexer {

    private static final String OPERATOR = "+-*/<>=~!@#%^&|`?";
    private static final String NOT_BEFORE_SIGN = "~!@#%^&|`?";

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    ExpressionLexer(String sql) {
        this.sql = sql;
    }

    /** The tokens without comments; what does not end, ends with the text. */
    public static List<Token> tokens(String sql) {
        ExpressionLexer lexer = new ExpressionLexer(sql);
        boolean more = true;
        while (more) {
            more = lexer.more();
        }
        return lexer.tokens;
    }

    /** Reads on, where the text goes on. */
    boolean more() {
        if (at >= sql.length()) {
            return false;
        }
        next();
        return true;
    }

    /** The tokens that were read so far. */
    List<Token> read() {
        return tokens;
    }

    private void next() {
        char c = sql.charAt(at);
        if (LexicalRules.isSpace(c)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            at = LexicalRules.endOfLine(sql, at);
        } else if (sql.startsWith("/*", at)) {
            at = orEnd(LexicalRules.endOfComment(sql, at));
        } else if (c == '\'') {
            quoted(Token.Kind.STRING, c);
        } else if (c == '"') {
            quoted(Token.Kind.QUOTED, c);
        } else if (c == '$' && !LexicalRules.dollarTag(sql, at).isEmpty()) {
            dollarQuoted(LexicalRules.dollarTag(sql, at));
        } else if (isNumberStart(c)) {
            number();
        } else if (LexicalRules.isWordStart(c)) {
            word();
        } else {
            symbol(c);
        }
    }

    private void add(Token.Kind kind, String text, int end) {
        tokens.add(new Token(kind, text, at, end));
        at = end;
    }

    /** An end that was found, or else the text's. */
    private int orEnd(int found) {
        return found == LexicalRules.OPEN ? sql.length() : found;
    }

    private void quoted(Token.Kind kind, char quote) {
        int found = LexicalRules.endOfQuote(sql, at);
        String text = sql.substring(at + 1, found == LexicalRules.OPEN ? sql.length() : found - 1);
        String mark = String.valueOf(quote);
        add(kind, text.replace(mark + mark, mark), orEnd(found));
    }

    private void dollarQuoted(String tag) {
        int found = LexicalRules.endOfDollarQuote(sql, at, tag);
        int textEnd = found == LexicalRules.OPEN ? sql.length() : found - tag.length();
        add(Token.Kind.STRING, sql.substring(at + tag.length(), textEnd), orEnd(found));
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
        int i = LexicalRules.endOfWord(sql, at);
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

    /** A string with a prefix, whose quote comes next. */
    private void prefixed(int start) {
        boolean escapes = Character.toLowerCase(sql.charAt(start)) == 'e';
        int end = orEnd(escapes ? LexicalRules.endOfEscapes(sql, at) : LexicalRules.endOfQuote(sql, at));
        tokens.add(new Token(Token.Kind.LITERAL, sql.substring(start, end), start, end));
        at = end;
    }

    private void symbol(char c) {
        if (sql.startsWith("::", at) || sql.startsWith(":=", at)) {
            add(Token.Kind.SYMBOL, sql.substring(at, at + 2), at + 2);
        } else if (OPERATOR.indexOf(c) >= 0) {
            operator();
        } else {
            add(Token.Kind.SYMBOL, String.valueOf(c), at + 1);
        }
    }

    /**
     * An operator of several characters ends in a sign only where it holds a character that no standard operator has; else each sign at
     * its end is one of its own.
     */
    private void operator() {
        int end = at;
        boolean special = false;
        while (end < sql.length()
                && OPERATOR.indexOf(sql.charAt(end)) >= 0
                && (end == at || !(sql.startsWith("--", end) || sql.startsWith("/*", end)))) {
            special |= NOT_BEFORE_SIGN.indexOf(sql.charAt(end)) >= 0;
            end++;
        }
        int signs = end;
        while (!special && signs > at + 1 && "+-".indexOf(sql.charAt(signs - 1)) >= 0) {
            signs--;
        }
        add(Token.Kind.SYMBOL, sql.substring(at, signs), signs);
        while (at < end) {
            add(Token.Kind.SYMBOL, sql.substring(at, at + 1), at + 1);
        }
    }

    private boolean isNumberStart(char c) {
        return LexicalRules.isDigit(c)
                || (c == '.' && at + 1 < sql.length() && LexicalRules.isDigit(sql.charAt(at + 1)));
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
