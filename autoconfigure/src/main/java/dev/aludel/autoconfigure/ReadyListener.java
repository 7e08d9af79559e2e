package dev.aludel.autoconfigure;

import dev.aludel.autoconfigure.AludelProperties.Phase;
import dev.aludel.autoconfigure.UnknownKeys.UnknownKey;
import dev.aludel.runner.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Does Aludel's work at start when the application is ready: after the server listens and liveness is up, before readiness
 * turns to accepting traffic. What fails here fails the start.
 *
 * <p>It runs in the thread that starts the application, first of all listeners: an application's own multicaster may give
 * events to other threads, and readiness would not wait for it.
 */
final class ReadyListener implements ApplicationListener<ApplicationReadyEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel");

    private final ApplicationContext context;
    private final Phase phase;
    private final StartUpgrade upgrade;
    private final StartComparison comparison;
    private final Supplier<List<UnknownKey>> unknownKeys;
    private volatile boolean done;

    ReadyListener(
            ApplicationContext context,
            Phase phase,
            StartUpgrade upgrade,
            StartComparison comparison,
            Supplier<List<UnknownKey>> unknownKeys) {
        this.context = context;
        this.phase = phase;
        this.upgrade = upgrade;
        this.comparison = comparison;
        this.unknownKeys = unknownKeys;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (event.getApplicationContext() == context) {
            unknownKeys.get().forEach(key -> LOG.warn("{} {}", key.message(), key.remedy()));
            Optional<Status> status = phase == Phase.READY ? upgrade.run() : Optional.empty();
            comparison.run(status, upgrade.hasApplied());
            done = true;
        }
    }

    /** Whether the database has been brought to where the application wants it. */
    boolean isDone() {
        return done;
    }

    @Override
    public boolean supportsAsyncExecution() {
        return false;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
