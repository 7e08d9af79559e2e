package dev.aludel.dialect.postgresql.text;

import java.util.List;
import java.util.Set;

/**
 * Columns that are called by reserved words. Hibernate writes them without quotes into the checks that it makes itself, such
 * as {@code check in ('GOOD','BAD')} and {@code order>=0}, and the server refuses them there.
 */
public final class ReservedColumns {

    private static final Set<String> BEFORE = Set.of("(", "and", "or", "not");
    private static final Set<String> AFTER = Set.of("in", "between", "is", "=", "<>", "<", "<=", ">", ">=");

    private ReservedColumns() {}

    /** The condition with quotes around those of the columns that need them, where they stand as an operand. */
    public static String quoted(String condition, Set<String> columns) {
        if (columns.stream().noneMatch(Keywords::needsQuotes)) {
            return condition;
        }
        List<Token> tokens = ExpressionLexer.tokens(condition);
        StringBuilder quoted = new StringBuilder(condition);
        for (int i = tokens.size() - 2; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.WORD
                    && Keywords.needsQuotes(token.text())
                    && columns.contains(token.text())
                    && (i == 0 || BEFORE.contains(tokens.get(i - 1).text()))
                    && AFTER.contains(tokens.get(i + 1).text())) {
                quoted.replace(token.start(), token.end(), Identifiers.quote(token.text()));
            }
        }
        return quoted.toString();
    }
}
