package dev.aludel.dialect.postgresql.text;

import java.util.List;

/** Columns that are qualified by their table's name, as in {@code orders.total > 0}. */
public final class Qualifiers {

    private Qualifiers() {}

    /** The text with another table in their place; a schema before it goes. */
    public static String replaced(String text, String table, String other) {
        List<Token> tokens = ExpressionLexer.tokens(text);
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean qualifier = isName(tokens, i, table) && is(tokens, i + 1, ".") && !is(tokens, i + 3, "(");
            if (qualifier) {
                boolean schema = is(tokens, i - 1, ".") && i > 1;
                Token first = tokens.get(schema ? i - 2 : i);
                result.append(text, copied, first.start()).append(other);
                copied = tokens.get(i).end();
            }
        }
        return result.append(text, copied, text.length()).toString();
    }

    private static boolean isName(List<Token> tokens, int at, String name) {
        return tokens.get(at).isName() && tokens.get(at).text().equals(name);
    }

    private static boolean is(List<Token> tokens, int at, String symbol) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(symbol);
    }
}
