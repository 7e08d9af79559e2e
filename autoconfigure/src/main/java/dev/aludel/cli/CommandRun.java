package dev.aludel.cli;

import dev.aludel.AludelException;
import dev.aludel.command.Commands;
import dev.aludel.command.Units;
import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine;

/** One command, from the first moment of the application that it runs in to the exit of the JVM. */
final class CommandRun {

    private final SpringApplication application;
    private final Invocation invocation;
    private final Exit exit;
    private final PrintStream standardOutput = System.out;
    private final Terminal terminal = Terminal.ofSystem();
    private final CommandLine commandLine;
    private @Nullable ConfigurableApplicationContext context;

    CommandRun(SpringApplication application, Invocation invocation, Exit exit) {
        this.application = application;
        this.invocation = invocation;
        this.exit = exit;
        this.commandLine = CommandLines.of(
                new CommandContext(terminal, this::commands, application.getMainApplicationClass()),
                invocation.arguments(),
                this::explain);
    }

    /** Help and wrong usage need no application: they are answered here, in the time that a JVM takes to start. */
    void starting() {
        System.setOut(System.err);
        if (CommandLines.needsApplication(commandLine, invocation.arguments())) {
            CommandMode.prepare(application);
        } else {
            end(commandLine.execute(invocation.arguments()));
        }
    }

    void environmentPrepared(ConfigurableEnvironment environment) {
        CommandMode.prepare(environment, invocation, isVerbose());
    }

    void contextPrepared(ConfigurableApplicationContext prepared) {
        context = prepared;
        if (!prepared.getEnvironment().getProperty("aludel.enabled", Boolean.class, true)) {
            throw new AludelException(
                    "Aludel is switched off: 'aludel.enabled' is false. Set it to true, for this command alone"
                            + " with --aludel.enabled=true.");
        }
        BeanFactoryPostProcessor command =
                new OnDemandBeans(new CommandLifecycle(() -> end(commandLine.execute(invocation.arguments()))));
        Optional<ConfigurableApplicationContext> plain = ShortWay.of(application, prepared, invocation.words());
        plain.orElse(prepared).addBeanFactoryPostProcessor(command);
        plain.ifPresent(shorter -> {
            context = shorter;
            shorter.refresh();
        });
    }

    /** The application could not be configured. */
    void failed(Throwable failure) {
        explain(failure);
        end(ExitCode.FAILED);
    }

    /** The engine is a bean of the application's, as its configuration has it. */
    private Commands commands() {
        Units units =
                context == null ? null : context.getBeanProvider(Units.class).getIfAvailable();
        if (units == null) {
            throw new AludelException(
                    "The application has no DataSource with Hibernate that Aludel could work on: add the"
                            + " dependency 'aludel-spring-boot-starter' and set 'spring.datasource.url'.");
        }
        return units.named(CommandLines.unit(commandLine.getParseResult())).commands();
    }

    private void explain(Throwable failure) {
        terminal.err().println("aludel: " + FailureLine.of(failure, context));
        if (isVerbose()) {
            failure.printStackTrace(terminal.err());
        }
    }

    private boolean isVerbose() {
        return CommandLines.isVerbose(commandLine.getParseResult());
    }

    private void end(int code) {
        if (context != null) {
            context.getBeanFactory().destroySingletons();
        }
        boolean lost = terminal.out().checkError();
        terminal.err().flush();
        System.setOut(standardOutput);
        exit.with(lost && code == ExitCode.DONE ? ExitCode.FAILED : code);
        throw new AbandonedRunException(context);
    }
}
