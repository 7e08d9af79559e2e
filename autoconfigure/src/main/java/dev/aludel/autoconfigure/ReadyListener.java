package dev.aludel.autoconfigure;

import dev.aludel.autoconfigure.AludelProperties.Phase;
import dev.aludel.autoconfigure.UnknownKeys.UnknownKey;
import java.util.List;
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
    private final Supplier<List<Start>> starts;
    private final Supplier<List<UnknownKey>> unknownKeys;
    private volatile boolean done;

    ReadyListener(
            ApplicationContext context,
            Phase phase,
            Supplier<List<Start>> starts,
            Supplier<List<UnknownKey>> unknownKeys) {
        this.context = context;
        this.phase = phase;
        this.starts = starts;
        this.unknownKeys = unknownKeys;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (event.getApplicationContext() == context) {
            unknownKeys.get().forEach(key -> LOG.warn("{} {}", key.message(), key.remedy()));
            List<Start> all = starts.get();
            for (Start start : all) {
                if (all.size() > 1) {
                    LOG.info("Unit '{}'", start.unit());
                }
                start.run(phase);
            }
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
