package dev.aludel.dialect.postgresql;

import org.jspecify.annotations.Nullable;

/** What only the whole printed definition of an index tells. */
final class IndexDefinition {

    private IndexDefinition() {}

    /** The collation that is written behind a key, counted from 1; null for none. */
    static @Nullable String collation(String definition, int position) {
        TokenReader reader = new TokenReader(definition);
        while (!reader.atEnd() && !reader.accept("using")) {
            reader.next();
        }
        reader.next();
        reader.accept("(");
        int key = 1;
        while (!reader.atEnd() && key <= position) {
            Token token = reader.next();
            if (token.is("(")) {
                reader.toClosing();
            } else if (token.is(",")) {
                key++;
            } else if (token.is("collate") && key == position) {
                int from = reader.position();
                do {
                    reader.next();
                } while (reader.accept("."));
                return reader.text(from, reader.position());
            }
        }
        return null;
    }
}
