package dev.aludel.runner.execution;

import dev.aludel.AludelException;
import dev.aludel.dialect.Batches.Batch;
import dev.aludel.runner.session.Sentences;
import dev.aludel.runner.session.Work;
import java.sql.SQLException;

/** Steps run and are not written down: in one transaction they take effect together, or not at all. */
public record Unrecorded(boolean isOneTransaction) implements Execution {

    @Override
    public void run(Step step, Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw step.failure(step.sql(), isOneTransaction, e);
        }
    }

    @Override
    public void inBatches(Step step, Batch batch, Work atOnce) {
        if (isOneTransaction) {
            throw new AludelException(
                    "%s: '%s' runs in batches, each a transaction of its own, and stands in a revision that is one. Give the script the header 'transactional: false', or say @Revision(transactional = false)."
                            .formatted(step.place(), Sentences.statement(step.sql())));
        }
        run(step, atOnce);
    }

    @Override
    public void ask(Step step, Work work) {
        run(step, work);
    }

    @Override
    public void leave(Step step) {}
}
