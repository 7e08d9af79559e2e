package dev.aludel.fuzz;

import java.util.List;

/** Words that PostgreSQL reserves. */
final class Reserved {

    private static final List<String> WORDS = List.of(
            "all",
            "analyse",
            "analyze",
            "and",
            "any",
            "array",
            "as",
            "asc",
            "asymmetric",
            "both",
            "case",
            "cast",
            "check",
            "collate",
            "column",
            "constraint",
            "create",
            "current_date",
            "default",
            "deferrable",
            "desc",
            "distinct",
            "do",
            "else",
            "end",
            "except",
            "false",
            "fetch",
            "for",
            "foreign",
            "from",
            "grant",
            "group",
            "having",
            "in",
            "initially",
            "intersect",
            "into",
            "lateral",
            "leading",
            "limit",
            "localtime",
            "not",
            "null",
            "offset",
            "on",
            "only",
            "or");

    private Reserved() {}

    /** Another word for each attribute: {@code a1Name} and {@code b1Name} may stand in one table. */
    static String word(String attribute) {
        int entity = "abgdeo".indexOf(attribute.charAt(0));
        int number = attribute.charAt(1) - '0';
        // in embeddables the numbers repeat
        return attribute.contains("x") ? "user " + attribute : WORDS.get(entity * 7 + number);
    }
}
