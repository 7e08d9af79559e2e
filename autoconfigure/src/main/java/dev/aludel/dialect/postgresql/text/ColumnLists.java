package dev.aludel.dialect.postgresql.text;

import dev.aludel.dialect.postgresql.catalog.StoredConstraint;
import java.util.List;
import java.util.Map;

/** Lists of columns within the options of a key, as {@link StoredConstraint} writes them: {@code include (a, b)}. */
public final class ColumnLists {

    private ColumnLists() {}

    /** The options with other names in the lists; storage parameters, which stand in parentheses as well, have values. */
    public static String renamed(String options, Map<String, String> columns) {
        List<Token> tokens = ExpressionLexer.tokens(options);
        StringBuilder result = new StringBuilder();
        int copied = 0;
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean valued = i + 1 < tokens.size() && tokens.get(i + 1).is("=");
            if (depth > 0 && token.isName() && !valued && columns.containsKey(token.text())) {
                result.append(options, copied, token.start())
                        .append(Identifiers.quote(columns.getOrDefault(token.text(), token.text())));
                copied = token.end();
            }
        }
        return result.append(options, copied, options.length()).toString();
    }
}
