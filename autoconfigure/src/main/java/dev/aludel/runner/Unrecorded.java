package dev.aludel.runner;

import java.sql.SQLException;

/** Steps run and are not written down: in one transaction they take effect together, or not at all. */
record Unrecorded(boolean isOneTransaction) implements Execution {

    @Override
    public void run(Step step, Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw step.failure(step.sql(), isOneTransaction, e);
        }
    }

    @Override
    public void ask(Step step, Work work) {
        run(step, work);
    }

    @Override
    public void leave(Step step) {}
}
