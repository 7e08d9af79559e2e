package dev.aludel.dialect;

import dev.aludel.AludelException;

/** A text that cannot be split into statements. */
public final class StatementSyntaxException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String problem;

    /**
     * @param line the line of the text, from 1
     * @param problem what is wrong and what to do, after the words "Line 7: "
     */
    public StatementSyntaxException(int line, String problem) {
        super("Line " + line + ": " + problem);
        this.line = line;
        this.problem = problem;
    }

    /** The message without its line. */
    public String problem() {
        return problem;
    }

    /** The line of the text, from 1. */
    public int line() {
        return line;
    }
}
