package dev.aludel.runner;

import dev.aludel.AludelException;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.Script;
import dev.aludel.script.SqlBody;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A section of a script.
 *
 * @param firstLine the line of the file on which the text begins
 */
record SqlSection(Script script, boolean upgrades, String text, int firstLine, Dialect dialect) implements Section {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRunner.class);

    static SqlSection of(Script script, SqlBody body, boolean upgrade, Dialect dialect) {
        return upgrade
                ? new SqlSection(script, true, body.upgrade(), body.upgradeLine(), dialect)
                : new SqlSection(script, false, body.downgrade(), body.downgradeLine(), dialect);
    }

    List<Statement> statements() {
        return dialect.lexer().split(text);
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
        }
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
            Execution.Work work = () -> session.execute(step.sql());
            if (step.first().isInBatches()) {
                execution.inBatches(step, dialect.batches().of(step.first()), work);
            } else {
                execution.run(step, work);
            }
        }
        return List.of();
    }

    private int line(Statement statement) {
        return firstLine + statement.line() - 1;
    }
}
