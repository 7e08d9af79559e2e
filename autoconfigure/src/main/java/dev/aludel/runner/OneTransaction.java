package dev.aludel.runner;

import java.sql.SQLException;

/** All steps run in the transaction that is under way: they take effect together, or not at all. */
final class OneTransaction implements Execution {

    @Override
    public boolean isOneTransaction() {
        return true;
    }

    @Override
    public void run(Step step, Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw step.failure(step.sql(), true, e);
        }
    }

    @Override
    public void ask(Step step, Work work) {
        run(step, work);
    }

    @Override
    public void leave(Step step) {}
}
