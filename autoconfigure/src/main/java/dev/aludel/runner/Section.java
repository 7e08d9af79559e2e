package dev.aludel.runner;

import dev.aludel.AludelException;
import dev.aludel.dialect.StatementLexer;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.script.Script;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The section of a script that runs: its upgrade or its downgrade.
 *
 * @param firstLine the line of the file on which the text begins
 */
record Section(Script script, String text, int firstLine) {

    private static final Set<String> TRANSACTION_CONTROL =
            Set.of("begin", "start", "commit", "end", "rollback", "abort", "prepare");

    List<Statement> statements(StatementLexer lexer) {
        return lexer.split(text);
    }

    /** A script that ends its transaction itself would be half applied when it fails afterwards. */
    void refuseTransactionControl(List<Statement> statements) {
        for (Statement statement : statements) {
            String[] words = statement.normal().toLowerCase(Locale.ROOT).split("\\s+", 3);
            boolean prepares = words[0].equals("prepare") && (words.length < 2 || !words[1].equals("transaction"));
            if (TRANSACTION_CONTROL.contains(words[0]) && !prepares) {
                throw new AludelException(
                        "%s: '%s' stands in a revision, which runs in a transaction of its own. Remove it, or give the script the header 'transactional: false'."
                                .formatted(place(statement.line()), Sentences.statement(statement.sql())));
            }
        }
    }

    RevisionFailedException failed(int line, String statement, boolean rolledBack, SQLException failure) {
        return new RevisionFailedException(
                script.id(), script.location(), firstLine + line - 1, statement, rolledBack, failure);
    }

    private String place(int line) {
        return script.location() + ":" + (firstLine + line - 1);
    }
}
