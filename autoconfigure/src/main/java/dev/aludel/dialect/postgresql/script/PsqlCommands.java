package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.StatementSyntaxException;
import dev.aludel.dialect.postgresql.text.LexicalRules;

/**
 * Lines of a script that psql reads by itself (PostgreSQL manual, psql): the rows of a {@code copy}, and commands. Of commands only those
 * may stand there with which pg_dump keeps psql from running others.
 */
final class PsqlCommands {

    private static final int SHOWN = 40;

    private PsqlCommands() {}

    /**
     * Returns where the line of a command ends that is passed over.
     *
     * @throws StatementSyntaxException where it is any other
     */
    static int endOf(CharSequence text, int start, int line) {
        String command = command(text, start);
        boolean passed = (command.equals("\\restrict") || command.equals("\\unrestrict")) && beginsLine(text, start);
        if (!passed) {
            throw new StatementSyntaxException(
                    line, "'" + command + "' is a command of psql, and a revision is run without it. Write SQL");
        }
        return LexicalRules.endOfLine(text, start);
    }

    private static String command(CharSequence text, int start) {
        int end = start + 1;
        while (end < Math.min(text.length(), start + SHOWN) && !LexicalRules.isSpace(text.charAt(end))) {
            end++;
        }
        return text.subSequence(start, end).toString();
    }

    private static boolean beginsLine(CharSequence text, int start) {
        return start == 0 || text.charAt(start - 1) == '\n' || text.charAt(start - 1) == '\r';
    }

    /**
     * Returns where the line {@code \.} ends that ends the rows behind the semicolon of a {@code copy}.
     *
     * @param start behind the semicolon
     */
    static int endOfRows(CharSequence text, int start, int line) {
        int lineEnd = LexicalRules.endOfLine(text, start);
        for (int i = start; i < lineEnd; i++) {
            if (!LexicalRules.isSpace(text.charAt(i))) {
                throw new StatementSyntaxException(
                        line,
                        "the rows of a copy from stdin begin on the next line. Move what stands behind its semicolon");
            }
        }
        int from = firstOfRows(text, start);
        while (from < text.length()) {
            int to = LexicalRules.endOfLine(text, from);
            if (to - from == 2 && LexicalRules.stands("\\.", text, from)) {
                return to;
            }
            from = LexicalRules.nextLine(text, to);
        }
        return LexicalRules.OPEN;
    }

    /** Returns where the rows begin behind the semicolon of a {@code copy}. */
    static int firstOfRows(CharSequence text, int start) {
        return LexicalRules.nextLine(text, LexicalRules.endOfLine(text, start));
    }

    static StatementSyntaxException openRows(int line) {
        return new StatementSyntaxException(line, "the rows of the copy that ends here do not end. Add the line \\.");
    }
}
