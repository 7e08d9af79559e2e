package dev.aludel.dialect.postgresql.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition as the server prints it, with its parts in an order of their own: {@code (a <= 5) AND (a >= 1)} is the same as
 * {@code (a >= 1) AND (a <= 5)}. Hibernate joins the checks of an attribute's constraints in the order of a set, which is
 * another in the next JVM.
 */
public final class Conjunction {

    private Conjunction() {}

    /** The text to compare. The server prints no {@code between}, so that every {@code and} outside parentheses joins parts. */
    public static String sorted(String printed) {
        TokenReader reader = new TokenReader(printed);
        List<String> parts = new ArrayList<>();
        int begin = 0;
        int depth = 0;
        while (!reader.atEnd()) {
            int at = reader.position();
            Token token = reader.next();
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            if (depth == 0 && token.is("case")) {
                return printed;
            }
            if (depth == 0 && token.is("and")) {
                parts.add(reader.text(begin, at));
                begin = at + 1;
            }
        }
        if (parts.isEmpty()) {
            return printed;
        }
        parts.add(reader.text(begin, reader.position()));
        parts.sort(null);
        return String.join(" AND ", parts);
    }
}
