package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells what a start failed of in the words of the exception, which end with the remedy: there is no second text of it. */
final class AludelFailureAnalyzer extends AbstractFailureAnalyzer<AludelException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, AludelException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
