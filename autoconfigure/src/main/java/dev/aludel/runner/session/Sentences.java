package dev.aludel.runner.session;

import dev.aludel.text.OneLine;
import java.sql.SQLException;

/** Turns what a driver says into a part of a message of one line. */
public final class Sentences {

    private static final int LONGEST_STATEMENT = 200;
    private static final int LOOKED_AT = 10_000;

    private Sentences() {}

    /** The driver's words on one line, ended like a sentence, and what to do where that is known. */
    public static String oneLine(SQLException failure) {
        String remedy = Remedies.of(failure);
        return words(failure) + (remedy.isEmpty() ? "" : " " + remedy);
    }

    /** The driver's words alone, which may have been about a URL with a password. */
    public static String words(SQLException failure) {
        return oneLine(Secrets.masked(String.valueOf(failure.getMessage())));
    }

    /** Words on one line, ended like a sentence. */
    public static String oneLine(String text) {
        String words = collapse(text);
        return words.endsWith(".") ? words : words + ".";
    }

    /** A statement on one line, cut where it gets too long to read. */
    public static String statement(String sql) {
        String line = collapse(sql.length() <= LOOKED_AT ? sql : sql.substring(0, LOOKED_AT));
        return line.length() <= LONGEST_STATEMENT ? line : line.substring(0, LONGEST_STATEMENT) + "…";
    }

    /** A text on one line in which no character moves the cursor of a terminal. */
    public static String visible(String text) {
        return collapse(text).replaceAll("\\p{Cntrl}", "?");
    }

    private static String collapse(String text) {
        return OneLine.of(text).strip().replaceAll("\\s+", " ");
    }
}
