package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells what a start failed of in the words of the exception, which end with the remedy: there is no second text of it, which could say otherwise. */
final class AludelFailureAnalyzer extends AbstractFailureAnalyzer<AludelException> {

    private static final String ACTION =
            "Do what the description says, and start the application again; aludel.mode=off starts it without Aludel's work.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AludelException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), ACTION, cause);
    }
}
