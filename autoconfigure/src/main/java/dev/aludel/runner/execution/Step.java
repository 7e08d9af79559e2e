package dev.aludel.runner.execution;

import dev.aludel.AludelException;
import dev.aludel.dialect.Refusals;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.runner.session.Sentences;
import dev.aludel.runner.session.TransactionControl;
import dev.aludel.script.Checksums;
import dev.aludel.script.Script;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a revision does at one go: a statement, or the statements of a transaction that the script begins and ends itself.
 *
 * @param line the line of the script's file, or of the class's, on which it begins
 */
public record Step(Script script, List<Statement> statements, int line) {

    private static final int CHECKSUM_LENGTH = 16;

    public Step {
        statements = List.copyOf(statements);
    }

    static Step of(Script script, Statement statement, int line) {
        return new Step(script, List.of(statement), line);
    }

    /** One statement by its text. */
    static Step of(Script script, String sql, String normal, int line) {
        return new Step(script, List.of(new Statement(sql, line, normal)), line);
    }

    /** The steps of a script's section. */
    public static List<Step> of(Script script, List<Statement> statements, int firstLine) {
        List<Step> steps = new ArrayList<>();
        List<Statement> transaction = new ArrayList<>();
        for (Statement statement : statements) {
            if (transaction.isEmpty() && !TransactionControl.begins(statement) && TransactionControl.isIn(statement)) {
                throw new AludelException("%s:%d: '%s' ends no transaction of this script. Remove it."
                        .formatted(
                                script.location(),
                                firstLine + statement.line() - 1,
                                Sentences.statement(statement.sql())));
            }
            transaction.add(statement);
            if (!TransactionControl.begins(transaction.get(0)) || TransactionControl.ends(statement)) {
                steps.add(new Step(
                        script, transaction, firstLine + transaction.get(0).line() - 1));
                transaction.clear();
            }
        }
        if (!transaction.isEmpty()) {
            int line = firstLine + transaction.get(0).line() - 1;
            throw new AludelException("%s:%d: the transaction that begins here does not end. Add 'commit;'."
                    .formatted(script.location(), line));
        }
        return steps;
    }

    /** Whether the script itself begins and ends a transaction here. */
    public boolean isTransaction() {
        return statements.size() > 1;
    }

    public Statement first() {
        return statements.get(0);
    }

    public String sql() {
        return first().sql();
    }

    /** Tells whether it is still what ran; short, since many stand in one row. */
    public String checksum() {
        return Checksums.of(statements.stream().map(Statement::normal).toList()).substring(0, CHECKSUM_LENGTH);
    }

    /** {@code db/revisions/b.sql:7}. */
    public String place() {
        return script.location() + ":" + line;
    }

    /** At the row that a copy failed at, where it was one. */
    public RevisionFailedException failure(
            Statement statement, boolean rolledBack, SQLException failure, Refusals refusals) {
        int row = statement.rows() == null ? 0 : refusals.failedRow(failure);
        int place = statement.rows() == null || row == 0
                ? line
                : line + statement.rows().line() - first().line() + row - 1;
        return new RevisionFailedException(script.id(), script.location(), place, statement.sql(), rolledBack, failure);
    }

    public RevisionFailedException failure(String sql, boolean rolledBack, SQLException failure) {
        return new RevisionFailedException(script.id(), script.location(), line, sql, rolledBack, failure);
    }
}
