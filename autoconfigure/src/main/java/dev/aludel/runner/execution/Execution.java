package dev.aludel.runner.execution;

import dev.aludel.dialect.Batches.Batch;
import dev.aludel.runner.session.Work;
import java.sql.SQLException;

/** The way in which the steps of a revision run. */
public interface Execution {

    /** Whether all of them are one transaction of Aludel's. */
    boolean isOneTransaction();

    /**
     * Runs a step, unless it is known to be done.
     *
     * @param work what runs it; it may be called again after it failed
     * @throws RevisionFailedException where it fails
     */
    void run(Step step, Work work) throws SQLException;

    /**
     * Runs a step some rows at a time, each batch in a transaction of its own, from where it stopped.
     *
     * @param atOnce what would run it as any other step
     * @throws RevisionFailedException where it fails
     */
    void inBatches(Step step, Batch batch, Work atOnce) throws SQLException;

    /**
     * Runs a step for what it answers, each time.
     *
     * @throws RevisionFailedException where it fails
     */
    void ask(Step step, Work work) throws SQLException;

    /** From this step on, the revision's own code works on the connection, and nobody sees what it does. */
    void leave(Step step) throws SQLException;
}
