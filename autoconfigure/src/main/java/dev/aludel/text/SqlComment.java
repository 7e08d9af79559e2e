package dev.aludel.text;

import java.util.Locale;
import java.util.Set;

/**
 * The lines of comment of an SQL script. Nothing else composes one: so no text ends its line, and none that is there for readers alone
 * is taken for a line that scripts are read by.
 */
public final class SqlComment {

    /** How the line begins that says how the rows of a statement are taken. */
    public static final String BATCH = "-- batch:";

    private static final String DASHES = "-- ";
    private static final Set<String> READ = Set.of("upgrade", "downgrade", "batch", "allow", "hazard");

    private SqlComment() {}

    /** Returns the line that tells readers something. */
    public static String of(String text) {
        return DASHES + quiet(text);
    }

    /** Returns the line that begins a section. */
    public static String marker(String section) {
        return DASHES + OneLine.of(section);
    }

    /** Returns a line of a header; empty where it has no value. */
    public static String header(String key, String value) {
        String line = OneLine.of(value).strip();
        return line.isEmpty() ? "" : DASHES + key + ": " + line;
    }

    /** Returns the line that says how the rows of the statement below it are taken. */
    public static String batch(String pace) {
        return BATCH + " " + OneLine.of(pace);
    }

    /** Returns a line that scripts are read by, such as that of a hazard. */
    public static String read(String text) {
        return DASHES + OneLine.of(text);
    }

    /** Returns a text on one line that begins with no word by which scripts are read. */
    public static String quiet(String text) {
        String line = OneLine.of(text);
        return READ.contains(firstWord(line.strip())) ? "'" + line.strip() + "'" : line;
    }

    private static String firstWord(String line) {
        int end = 0;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        return line.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
