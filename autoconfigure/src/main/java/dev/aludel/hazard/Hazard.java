package dev.aludel.hazard;

import dev.aludel.schema.ObjectName;
import dev.aludel.text.OneLine;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an operation blocks or loses.
 *
 * @param kind what it is
 * @param object the table, or what else it is about
 * @param losesRows whether values or rows are lost, or objects that are not Aludel's
 * @param message who is concerned, with the user's own names
 * @param safe what to do instead, with statements to be copied; empty where the message says all
 * @param question counts the rows that are concerned; null where that tells nothing
 * @param rows their number in a certain database; null where nobody counted
 */
public record Hazard(
        HazardCode kind,
        ObjectName object,
        boolean losesRows,
        String message,
        String safe,
        @Nullable Question question,
        @Nullable Long rows) {

    public Hazard {
        message = OneLine.of(message);
        safe = OneLine.of(safe);
    }

    /**
     * A query for the number of rows that a hazard is about.
     *
     * @param sql reads, and gives one number
     * @param words what so many rows do, such as {@code have no value}
     * @param tables those that it reads
     */
    public record Question(String sql, String words, List<ObjectName> tables) {

        public Question {
            tables = List.copyOf(tables);
        }
    }

    /** One that loses rows if its kind does. */
    public static Hazard of(HazardCode kind, ObjectName object, String message, String safe) {
        return new Hazard(kind, object, kind.kind() == HazardCode.Kind.LOSES, message, safe, null, null);
    }

    /** As it stands in {@code aludel.hazards.<code>}. */
    public String code() {
        return kind.code();
    }

    /** Message and what to do instead, on one line. */
    public String text() {
        return safe.isEmpty() ? message : message + " " + safe;
    }

    public Hazard withLoss(boolean other) {
        return new Hazard(kind, object, other, message, safe, question, rows);
    }

    public Hazard withMessage(String other) {
        return new Hazard(kind, object, losesRows, other, safe, question, rows);
    }

    /** The hazard with a query for the rows concerned. */
    public Hazard asking(String sql, String words) {
        return asking(sql, words, List.of(object));
    }

    /** The same for rows that are found by means of other tables. */
    public Hazard asking(String sql, String words, List<ObjectName> tables) {
        return new Hazard(kind, object, losesRows, message, safe, new Question(sql, words, tables), rows);
    }

    /** The hazard with the number of rows concerned in a certain database. */
    public Hazard counted(long rows) {
        String words = question == null ? "are concerned" : question.words();
        return withMessage(String.format(Locale.ROOT, "%s Rows that %s: %,d.", message, words, rows))
                .withRows(rows);
    }

    private Hazard withRows(long number) {
        return new Hazard(kind, object, losesRows, message, safe, question, number);
    }

    /** The same hazard for two reasons. */
    public Hazard and(Hazard other) {
        return new Hazard(
                kind,
                object,
                losesRows || other.losesRows,
                message + " " + other.message,
                safe.isEmpty() ? other.safe : other.safe.isEmpty() ? safe : safe + " " + other.safe,
                question == null ? other.question : question,
                rows == null ? other.rows : rows);
    }
}
