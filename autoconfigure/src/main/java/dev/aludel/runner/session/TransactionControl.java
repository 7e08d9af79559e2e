package dev.aludel.runner.session;

import dev.aludel.dialect.StatementLexer.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Statements that begin or end a transaction. A revision that ends its own would be half applied when it fails afterwards; savepoints
 * within it are its own matter.
 */
public final class TransactionControl {

    private static final Set<String> BEGINNINGS = Set.of("begin", "start");
    private static final Set<String> ENDS = Set.of("commit", "end", "abort");

    /** More letters than any of these words has. */
    private static final int LONGEST = 16;

    private TransactionControl() {}

    public static boolean isIn(Statement statement) {
        String first = word(statement, 0);
        return begins(statement)
                || ends(statement)
                || (first.equals("prepare") && word(statement, 1).equals("transaction"));
    }

    /** Whether each transaction that one of the statements begins is ended by a later one. */
    public static boolean isWhole(List<Statement> statements) {
        boolean open = false;
        for (Statement statement : statements) {
            if (!open && isIn(statement) && !begins(statement)) {
                return false;
            }
            open = open ? !ends(statement) : begins(statement);
        }
        return !open;
    }

    public static boolean begins(Statement statement) {
        return BEGINNINGS.contains(word(statement, 0));
    }

    /** Not {@code rollback to savepoint}. */
    public static boolean ends(Statement statement) {
        String first = word(statement, 0);
        boolean rollsBack = first.equals("rollback")
                && !word(statement, 1).equals("to")
                && !word(statement, 2).equals("to");
        return ENDS.contains(first) || rollsBack;
    }

    /** Whether it ends a transaction so that what was done in it stays. */
    public static boolean commits(Statement statement) {
        return Set.of("commit", "end").contains(word(statement, 0));
    }

    private static String word(Statement statement, int index) {
        String sql = statement.normal();
        int end = 0;
        int start = 0;
        for (int word = 0; word <= index; word++) {
            start = end;
            while (start < sql.length() && Character.isWhitespace(sql.charAt(start))) {
                start++;
            }
            end = start;
            while (end < sql.length() && !Character.isWhitespace(sql.charAt(end))) {
                end++;
            }
        }
        return end - start > LONGEST ? "" : sql.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
