package dev.aludel.autoconfigure;

import dev.aludel.autoconfigure.AludelProperties.Phase;
import dev.aludel.runner.Status;
import java.util.Optional;
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

    private final ApplicationContext context;
    private final Phase phase;
    private final StartUpgrade upgrade;
    private final StartComparison comparison;
    private volatile boolean done;

    ReadyListener(ApplicationContext context, Phase phase, StartUpgrade upgrade, StartComparison comparison) {
        this.context = context;
        this.phase = phase;
        this.upgrade = upgrade;
        this.comparison = comparison;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (event.getApplicationContext() == context) {
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
