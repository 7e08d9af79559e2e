package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import dev.aludel.revision.MultipleHeadsException;
import dev.aludel.revision.UnknownRevisionException;
import dev.aludel.runner.session.LockWaitException;
import dev.aludel.runner.version.DatabaseBehindException;
import java.util.Map;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Describes a failed start in the words of the exception, which end with the remedy. The action names what only a start has: the property
 * with which the application would have started.
 */
final class AludelFailureAnalyzer extends AbstractFailureAnalyzer<AludelException> {

    private static final String AGAIN = "Follow the description, then start the application again.";

    private static final Map<Class<? extends AludelException>, String> PROPERTIES = Map.of(
            UnknownRevisionException.class,
                    "To start beside the unknown revisions, set aludel.on-unknown-revision=warn.",
            MultipleHeadsException.class, "To apply all heads, set aludel.target=heads.",
            DatabaseBehindException.class, "To let the start apply pending revisions, set aludel.mode=upgrade.",
            LockWaitException.class, "To wait longer for the other process, raise aludel.wait-timeout.",
            DriftException.class,
                    "To start with the difference, set aludel.compare.on-ready=log and a mode other than validate.");

    private static final String OTHERWISE = "To start without Aludel, set aludel.mode=off.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AludelException cause) {
        String property = PROPERTIES.getOrDefault(cause.getClass(), OTHERWISE);
        return new FailureAnalysis(String.valueOf(cause.getMessage()), AGAIN + " " + property, cause);
    }
}
