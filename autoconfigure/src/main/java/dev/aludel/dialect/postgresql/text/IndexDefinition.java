package dev.aludel.dialect.postgresql.text;

import org.jspecify.annotations.Nullable;

/** What only the whole printed definition of an index tells. */
public final class IndexDefinition {

    private IndexDefinition() {}

    /** The text of the keys, as it stands between their parentheses; empty where the text is no definition. */
    public static String keys(String definition) {
        TokenReader reader = atKeys(definition);
        return reader.toClosing();
    }

    private static TokenReader atKeys(String definition) {
        TokenReader reader = new TokenReader(definition);
        while (!reader.atEnd() && !reader.accept("using")) {
            reader.next();
        }
        reader.next();
        reader.accept("(");
        return reader;
    }

    /** The collation that is written behind a key, counted from 1; null for none. */
    static @Nullable public String collation(String definition, int position) {
        TokenReader reader = atKeys(definition);
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
