package dev.aludel.dialect;

import dev.aludel.text.SqlComment;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Splits the text of a script into statements. */
public interface StatementLexer {

    /**
     * The statements of a text, in order.
     *
     * @throws StatementSyntaxException where a quote, a comment or a parenthesis does not end, or something stands there that
     *     only the database's own client understands
     */
    List<Statement> split(String text);

    /**
     * Tells which lines of a text, counted from 1, begin outside quotes and comments: only there a whole line can be the mark of a
     * section.
     *
     * @throws StatementSyntaxException where a quote or a comment does not end; what else {@link #split} refuses, such as an open
     *     parenthesis, may pass here
     */
    IntPredicate plainLines(String text);

    /**
     * What stands between the question marks of a statement that stand for arguments. A doubled one is an operator, and comes as
     * one.
     *
     * @throws StatementSyntaxException where a quote or a comment does not end
     */
    List<String> betweenArguments(String sql);

    /**
     * One statement.
     *
     * @param sql without the semicolon; without white space and comments before and after it, those within kept
     * @param line the line of the text on which it begins, from 1
     * @param normal without comments, white space between words as one space or {@code \n}, line ends in quotes as {@code \n}:
     *     what a checksum counts
     * @param pace what a comment {@code -- batch: …} before it says of how its rows are taken; empty where they are taken at once
     * @param rows what a {@code copy … from stdin} reads; null for any other statement
     */
    record Statement(
            String sql,
            int line,
            String normal,
            String pace,
            @Nullable Rows rows) {

        /** One whose rows are taken at once. */
        public Statement(String sql, int line, String normal) {
            this(sql, line, normal, "", null);
        }

        /** The statement with the rows that follow it, which a checksum counts. */
        public Statement with(Rows read) {
            return new Statement(sql, line, read.behind(normal), pace, read);
        }

        /** Whether its rows are taken in batches. */
        public boolean isInBatches() {
            return !pace.isEmpty();
        }

        /** The statement as a script has it, to its end: with its semicolon, with what is said of its rows, and with those. */
        public String text() {
            String ended = rows == null ? sql + ";" : rows.behind(sql);
            return isInBatches() ? SqlComment.batch(pace) + "\n" + ended : ended;
        }
    }

    /**
     * The rows of a {@code copy … from stdin}.
     *
     * @param text the lines, as the statement's format has them; the line {@code \.} at their end is none
     * @param line the line of the text on which the first of them stands, from 1
     */
    record Rows(String text, int line) {

        /** The statement, its semicolon and the rows, as a script has them. */
        String behind(String sql) {
            return sql + ";\n" + text + "\\.";
        }
    }
}
