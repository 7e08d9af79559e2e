package dev.aludel.runner.execution;

import dev.aludel.AludelException;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.dialect.StatementSyntaxException;
import dev.aludel.runner.session.Sentences;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.session.TransactionControl;
import dev.aludel.runner.session.Work;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.InvalidScriptException;
import dev.aludel.script.InvalidScriptException.Finding;
import dev.aludel.script.Script;
import dev.aludel.script.SqlBody;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A section of a script.
 *
 * @param firstLine the line of the file on which the text begins
 */
public record SqlSection(Script script, boolean upgrades, String text, int firstLine, Dialect dialect)
        implements Section {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel.runner");

    public static SqlSection of(Script script, SqlBody body, boolean upgrade, Dialect dialect) {
        return upgrade
                ? new SqlSection(script, true, body.upgrade(), body.upgradeLine(), dialect)
                : new SqlSection(script, false, body.downgrade(), body.downgradeLine(), dialect);
    }

    /** @throws InvalidScriptException where the text is none of statements, with the line of the file */
    public List<Statement> statements() {
        return placed(() -> dialect.lexer().split(text));
    }

    private <T> T placed(Supplier<T> read) {
        try {
            return read.get();
        } catch (StatementSyntaxException e) {
            int line = Math.max(firstLine, 1) + e.line() - 1;
            throw new InvalidScriptException(List.of(new Finding(script.location(), line, e.problem())));
        }
    }

    @Override
    public void check(boolean transactional) {
        if (transactional) {
            statements().stream().filter(TransactionControl::isIn).findFirst().ifPresent(statement -> {
                throw new AludelException(
                        "%s:%d: '%s' stands in a revision, which runs in a transaction of its own. Remove it, or give the script the header 'transactional: false'."
                                .formatted(script.location(), line(statement), Sentences.statement(statement.sql())));
            });
            statements().stream().filter(Statement::isInBatches).findFirst().ifPresent(statement -> {
                throw new AludelException(
                        "%s:%d: '%s' runs in batches, each a transaction of its own, and stands in a revision that is one. Give the script the header 'transactional: false'."
                                .formatted(script.location(), line(statement), Sentences.statement(statement.sql())));
            });
        } else {
            steps();
            checkBatches();
        }
    }

    @Override
    public void checkBatches() {
        statements().stream()
                .filter(Statement::isInBatches)
                .forEach(statement -> placed(() -> dialect.batches().of(statement)));
    }

    @Override
    public List<Step> steps() {
        return Step.of(script, statements(), firstLine);
    }

    @Override
    public List<SchemaObject> run(Session session, Execution execution) throws SQLException {
        List<Step> steps = execution.isOneTransaction()
                ? statements().stream()
                        .map(statement -> new Step(script, List.of(statement), line(statement)))
                        .toList()
                : steps();
        for (Step step : steps) {
            LOG.debug("{}", step.sql());
            Work work = () -> execute(step, session, execution.isOneTransaction());
            if (step.first().isInBatches()) {
                execution.inBatches(step, dialect.batches().of(step.first()), work);
            } else {
                execution.run(step, work);
            }
        }
        return List.of();
    }

    private void execute(Step step, Session session, boolean rolledBack) throws SQLException {
        try {
            session.execute(step.first());
        } catch (SQLException e) {
            if (step.first().rows() == null) {
                throw e;
            }
            throw step.failure(step.first(), rolledBack, e, dialect.refusals());
        }
    }

    private int line(Statement statement) {
        return firstLine + statement.line() - 1;
    }
}
