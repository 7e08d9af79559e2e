package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.postgresql.text.Token;
import dev.aludel.dialect.postgresql.text.TokenReader;
import org.jspecify.annotations.Nullable;

/**
 * The name of an object as a statement writes it.
 *
 * @param sql as it stands there, with its quotes: {@code shop."Order"}
 * @param last its last part, as the catalogue has it
 */
record StatementTarget(String sql, String last) {

    /** The name that comes next, if one does. */
    static @Nullable StatementTarget read(TokenReader reader) {
        int from = reader.position();
        if (!reader.peek().isName()) {
            return null;
        }
        Token last = reader.next();
        while (reader.sees(".") && reader.peek(1).isName()) {
            reader.next();
            last = reader.next();
        }
        return new StatementTarget(reader.text(from, reader.position()), last.text());
    }
}
