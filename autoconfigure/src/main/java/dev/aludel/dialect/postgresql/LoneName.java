package dev.aludel.dialect.postgresql;

import org.jspecify.annotations.Nullable;

/**
 * The name of an object as a statement writes it.
 *
 * @param sql as it stands there, with its quotes: {@code shop."Order"}
 * @param last its last part, as the catalogue has it
 */
record LoneName(String sql, String last) {

    /** The name that comes next, if one does. */
    static @Nullable LoneName read(TokenReader reader) {
        int from = reader.position();
        if (!reader.peek().isName()) {
            return null;
        }
        Token last = reader.next();
        while (reader.sees(".") && reader.peek(1).isName()) {
            reader.next();
            last = reader.next();
        }
        return new LoneName(reader.text(from, reader.position()), last.text());
    }
}
