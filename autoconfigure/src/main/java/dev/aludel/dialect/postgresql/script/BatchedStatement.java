package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.dialect.postgresql.text.Token;
import dev.aludel.dialect.postgresql.text.TokenReader;
import org.jspecify.annotations.Nullable;

/**
 * An update or delete of one table, taken apart at its condition.
 *
 * @param table as it stands there
 * @param head up to the condition
 * @param condition without its {@code where}; null for all rows
 */
record BatchedStatement(String table, String head, @Nullable String condition) {

    private static final String EXPECTED =
            "in batches runs an update or delete of one table, without with, from, using and returning";

    static BatchedStatement of(Statement statement) {
        TokenReader reader = new TokenReader(statement.sql());
        boolean deletes = reader.accept("delete", "from");
        if (!deletes && !reader.accept("update")) {
            throw PostgresBatches.refused(statement, EXPECTED);
        }
        reader.accept("only");
        int from = reader.position();
        reader.next();
        if (reader.accept(".")) {
            reader.next();
        }
        String table = reader.text(from, reader.position());
        int where = where(reader, statement);
        int end = reader.position();
        return where < 0
                ? new BatchedStatement(table, reader.text(0, end), null)
                : new BatchedStatement(table, reader.text(0, where), reader.text(where + 1, end));
    }

    /** The place of the condition's first word; -1 where there is none. */
    private static int where(TokenReader reader, Statement statement) {
        int depth = 0;
        int found = -1;
        while (!reader.atEnd()) {
            Token before = reader.peek(-1);
            Token token = reader.next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean joins = (token.is("from") && !before.is("distinct")) || token.is("using");
            if (depth == 0 && (joins || token.is("returning"))) {
                throw PostgresBatches.refused(statement, EXPECTED);
            }
            if (depth == 0 && token.is("where")) {
                found = reader.position() - 1;
            }
        }
        return found;
    }

    /** The statement over a range of keys, which is a condition of its own. */
    String over(String range) {
        return head + " where " + both(range);
    }

    /** The condition and another one. */
    String both(String range) {
        return condition == null ? range : "(" + condition + "\n) and " + range;
    }
}
