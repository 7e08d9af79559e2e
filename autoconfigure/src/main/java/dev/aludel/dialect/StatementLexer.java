package dev.aludel.dialect;

import java.util.List;

/** Splits the text of a script into statements. */
public interface StatementLexer {

    /**
     * The statements of a text, in order.
     *
     * @throws dev.aludel.AludelException where a quote or a comment does not end
     */
    List<Statement> split(String text);

    /**
     * One statement.
     *
     * @param sql without the semicolon and outer white space, comments kept
     * @param line the line of the text on which it begins, from 1
     * @param normal without comments and outer white space, line ends as {@code \n}: what a checksum counts
     */
    record Statement(String sql, int line, String normal) {}
}
