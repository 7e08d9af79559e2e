package dev.aludel.demo.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when there is no embedded server, instead of a stack trace. */
final class EmbeddedDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedDatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, EmbeddedDatabaseException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Set spring.datasource.url, .username and .password to use a PostgreSQL of your own, or"
                        + " bookshop.database.directory to keep the embedded one in another folder.",
                cause);
    }
}
