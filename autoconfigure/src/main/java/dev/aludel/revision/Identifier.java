package dev.aludel.revision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an identifier such as {@code orders@head-2}.
 *
 * @param text as it was written
 * @param branch a label or an id before {@code @}; empty when there is none
 * @param symbol an id, a prefix, a label, {@code head}, {@code heads}, {@code base} or {@code current}; {@code current} where
 *     only a number is given
 * @param relative whether a number follows
 * @param steps that number, negative towards the base
 */
record Identifier(String text, String branch, String symbol, boolean relative, int steps) {

    private static final Pattern GRAMMAR = Pattern.compile("(?:([^@:+\\-\\s]+)@)?([^@:+\\-\\s]*)([+-][0-9]{1,9})?");

    static Identifier parse(String text) {
        String trimmed = text.strip();
        Matcher matcher = GRAMMAR.matcher(trimmed);
        if (trimmed.contains(":")) {
            throw new InvalidIdentifierException(trimmed, "is a range, where one revision is expected.");
        }
        if (!matcher.matches() || (matcher.group(2).isEmpty() && matcher.group(3) == null)) {
            throw new InvalidIdentifierException(
                    trimmed,
                    "does not name a revision. Write an id or its beginning, head, heads, base, current, +1, -1,"
                            + " id+1, or label@head.");
        }
        String number = matcher.group(3);
        String branch = matcher.group(1) == null ? "" : matcher.group(1);
        String symbol = matcher.group(2).isEmpty() ? "current" : matcher.group(2);
        return new Identifier(trimmed, branch, symbol, number != null, number == null ? 0 : Integer.parseInt(number));
    }

    /** What stands after the {@code @}. */
    String withoutBranch() {
        return text.substring(text.indexOf('@') + 1);
    }

    /** Whether it counts from what no other revision follows. */
    boolean fromHead() {
        return symbol.equals("head") || symbol.equals("heads");
    }

    /** Whether it counts from where the database stands. */
    boolean fromCurrent() {
        return relative && symbol.equals("current");
    }
}
