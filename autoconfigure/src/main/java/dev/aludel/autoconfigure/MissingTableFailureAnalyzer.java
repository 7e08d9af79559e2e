package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import dev.aludel.autoconfigure.AludelProperties.Mode;
import dev.aludel.autoconfigure.AludelProperties.Phase;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/**
 * An application that asks for a table in a runner, a {@code @PostConstruct} method or by {@code ddl-auto=validate} meets the
 * schema as it was before Aludel's work. The analysis names the phase in which it would not.
 */
final class MissingTableFailureAnalyzer implements FailureAnalyzer {

    private static final String SCHEMA_VALIDATION = "org.hibernate.tool.schema.spi.SchemaManagementException";

    private final @Nullable BeanFactory beans;
    private final @Nullable Environment environment;

    MissingTableFailureAnalyzer(@Nullable BeanFactory beans, @Nullable Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        Throwable found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AludelException) {
                return null;
            }
            if (isMissingTable(cause)) {
                found = cause;
            }
        }
        return found == null || !isBeforeUpgrade() ? null : analysis(found);
    }

    private static boolean isMissingTable(Throwable cause) {
        return (cause instanceof SQLException sql && isMissingTable(sql))
                || cause.getClass().getName().equals(SCHEMA_VALIDATION);
    }

    private static boolean isMissingTable(SQLException failure) {
        return Dialects.known().stream().anyMatch(dialect -> dialect.refusals().isMissingTable(failure));
    }

    /** Whether the upgrade was to come when the application is ready, and that had not happened. */
    private boolean isBeforeUpgrade() {
        if (environment == null || !environment.getProperty("aludel.enabled", Boolean.class, true)) {
            return false;
        }
        Binder binder = Binder.get(environment);
        return binder.bind("aludel.phase", Phase.class).orElse(Phase.READY) == Phase.READY
                && binder.bind("aludel.mode", Mode.class).orElse(Mode.UPGRADE) != Mode.OFF
                && !isReady();
    }

    private boolean isReady() {
        return beans instanceof ConfigurableBeanFactory factory
                && factory.getSingleton(AludelAutoConfiguration.READY_LISTENER) instanceof ReadyListener listener
                && listener.isDone();
    }

    private static FailureAnalysis analysis(Throwable cause) {
        return new FailureAnalysis(
                "A table was missing before Aludel had brought the database to head: " + cause.getMessage()
                        + ". In phase 'ready' it does so when the application is ready, which is after runners,"
                        + " @PostConstruct methods, lifecycle beans and ddl-auto=validate.",
                "Set aludel.phase=before-jpa, so that the database is at head before the EntityManagerFactory is made, or do the work"
                        + " on ApplicationReadyEvent. If no revision makes the table yet, write one first:"
                        + " 'aludel revision --autogenerate -m \"...\"'.",
                cause);
    }
}
