package dev.aludel.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Turns {@code java -jar app.jar aludel <command>} into that command: the application is configured as ever, but starts
 * nothing. Standard output holds the command's answer alone; what anything else prints goes to standard error.
 *
 * <p>The first application of a JVM answers; one that it starts on its way, as Spring Cloud does, is left as it is.
 */
final class CommandLineRunListener implements SpringApplicationRunListener, Ordered {

    private static final AtomicBoolean TAKEN = new AtomicBoolean();

    private final SpringApplication application;
    private final Optional<Invocation> invocation;
    private @Nullable CommandRun run;

    CommandLineRunListener(SpringApplication application, String[] arguments) {
        this.application = application;
        this.invocation = Invocation.of(arguments);
    }

    /** Before Spring Boot's own listener, whose event sets up logging and starts DevTools. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void starting(ConfigurableBootstrapContext bootstrapContext) {
        if (invocation.isPresent() && TAKEN.compareAndSet(false, true)) {
            Exit exit = Objects.requireNonNullElse(bootstrapContext.getOrElse(Exit.class, null), System::exit);
            run = new CommandRun(application, invocation.get(), code -> {
                TAKEN.set(false);
                exit.with(code);
            });
            run.starting();
        }
    }

    @Override
    public void environmentPrepared(
            ConfigurableBootstrapContext bootstrapContext, ConfigurableEnvironment environment) {
        if (run != null) {
            run.environmentPrepared(environment);
        }
    }

    @Override
    public void contextPrepared(ConfigurableApplicationContext context) {
        if (run != null) {
            run.contextPrepared(context);
        }
    }

    @Override
    public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
        if (run != null) {
            run.failed(exception);
        }
    }
}
