package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import dev.aludel.revision.MultipleHeadsException;
import dev.aludel.revision.UnknownRevisionException;
import dev.aludel.runner.DatabaseBehindException;
import dev.aludel.runner.DatabaseUnavailableException;
import dev.aludel.runner.InterruptedRevisionException;
import dev.aludel.runner.LockWaitException;
import dev.aludel.runner.RevisionFailedException;
import dev.aludel.runner.TransactionPoolerException;
import java.util.Map;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells what a start failed of in the words of the exception, and what an application can do about it. */
final class AludelFailureAnalyzer extends AbstractFailureAnalyzer<AludelException> {

    private static final Map<Class<? extends AludelException>, String> ACTIONS = Map.of(
            DatabaseUnavailableException.class,
            "Start the database server, or correct spring.datasource.url, .username and .password (aludel.datasource.* if set).",
            RevisionFailedException.class,
            "Mend the revision script and start the application again. 'aludel status' tells which revisions are applied.",
            InterruptedRevisionException.class,
            "Finish or undo the revision by hand, tell Aludel with 'aludel stamp', and start the application again.",
            LockWaitException.class,
            "Wait for the other process or end it, then start the application again; aludel.wait-timeout sets how long it waits.",
            TransactionPoolerException.class,
            "Set aludel.datasource.url to the port of the server itself, and start the application again.",
            UnknownRevisionException.class,
            "Deploy the build that has the revisions, or start beside them with aludel.on-unknown-revision=warn.",
            MultipleHeadsException.class,
            "Set aludel.target to heads, or to the one revision that is meant.",
            DatabaseBehindException.class,
            "Apply the pending revisions with 'aludel upgrade head', or let the application do it with aludel.mode=upgrade.",
            DriftException.class,
            Drift.REMEDY + " To start all the same, set aludel.compare.on-ready=log (and not aludel.mode=validate).");

    private static final String DEFAULT_ACTION =
            "Correct what the description names and start the application again. 'aludel status' and 'aludel history' tell more;"
                    + " aludel.mode=off starts the application without Aludel's work.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AludelException cause) {
        return new FailureAnalysis(cause.getMessage(), ACTIONS.getOrDefault(cause.getClass(), DEFAULT_ACTION), cause);
    }
}
