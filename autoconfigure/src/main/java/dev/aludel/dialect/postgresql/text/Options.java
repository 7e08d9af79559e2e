package dev.aludel.dialect.postgresql.text;

import dev.aludel.schema.Validity;
import java.util.ArrayList;
import java.util.List;

/** What follows the definition of a constraint or an index, in the spelling and order that the catalogue reader has, too. */
public final class Options {

    private Options() {}

    /** {@code DEFERRABLE  initially deferred} is {@code deferrable initially deferred}; what is the default is left out. */
    public static String normal(String text) {
        TokenReader reader = new TokenReader(text);
        StringBuilder others = new StringBuilder();
        boolean deferrable = false;
        boolean deferred = false;
        while (!reader.atEnd()) {
            if (reader.accept("initially", "deferred")) {
                deferred = true;
            } else if (reader.accept("deferrable")) {
                deferrable = true;
            } else if (!isDefault(reader)) {
                append(others, reader);
            }
        }
        List<String> options = new ArrayList<>();
        if (!others.isEmpty()) {
            options.add(others.toString());
        }
        if (deferrable || deferred) {
            options.add(deferred ? "deferrable initially deferred" : "deferrable");
        }
        return String.join(" ", options);
    }

    /** What the text says of the rows that are there. */
    public static Validity validity(String text) {
        return has(text, "not", "enforced")
                ? Validity.NOT_ENFORCED
                : has(text, "not", "valid") ? Validity.NOT_VALID : Validity.VALID;
    }

    /** Whether the words stand somewhere in the text. */
    public static boolean has(String text, String... words) {
        TokenReader reader = new TokenReader(text);
        while (!reader.atEnd()) {
            if (reader.accept(words)) {
                return true;
            }
            reader.next();
        }
        return false;
    }

    /** What is left out: what is the default, and what has a place of its own in the model. */
    private static boolean isDefault(TokenReader reader) {
        return reader.accept("not", "deferrable")
                || reader.accept("initially", "immediate")
                || reader.accept("match", "simple")
                || reader.accept("match", "full")
                || reader.accept("nulls", "distinct")
                || reader.accept("nulls", "not", "distinct")
                || reader.accept("not", "valid")
                || reader.accept("not", "enforced")
                || reader.accept("enforced");
    }

    /** Adds the next token: words in small letters, a space between all but around {@code =} and within parentheses. */
    public static void append(StringBuilder text, TokenReader reader) {
        int at = reader.position();
        Token token = reader.next();
        String word = switch (token.kind()) {
            case WORD -> token.text();
            case QUOTED -> Identifiers.quote(token.text());
            default -> reader.text(at, at + 1);
        };
        boolean tight = text.isEmpty()
                || "(=".indexOf(text.charAt(text.length() - 1)) >= 0
                || token.is(")")
                || token.is(",")
                || token.is("=");
        text.append(tight ? "" : " ").append(word);
    }
}
