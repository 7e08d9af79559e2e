package dev.aludel.cli;

import dev.aludel.AludelException;
import dev.aludel.runner.session.Secrets;
import dev.aludel.text.OneLine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/** Says why a command failed, in a line for each finding: what Aludel says, else what Spring Boot's failure analyzers say, else the cause. */
final class FailureLine {

    private FailureLine() {}

    static String of(Throwable failure, @Nullable ConfigurableApplicationContext context) {
        return Secrets.masked(ownMessage(failure)
                .or(() -> analysis(failure, context).map(OneLine::of))
                .orElseGet(() -> OneLine.of(rootCause(failure)))
                .strip());
    }

    private static Optional<String> ownMessage(Throwable failure) {
        return causes(failure)
                .filter(AludelException.class::isInstance)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Optional<String> analysis(Throwable failure, @Nullable ConfigurableApplicationContext context) {
        return analyzers(context).stream()
                .map(analyzer -> analyze(analyzer, failure))
                .flatMap(Optional::stream)
                .map(FailureLine::text)
                .findFirst();
    }

    private static List<FailureAnalyzer> analyzers(@Nullable ConfigurableApplicationContext context) {
        ArgumentResolver arguments = context == null
                ? ArgumentResolver.none()
                : ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
                        .and(Environment.class, context.getEnvironment());
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, arguments, (type, name, problem) -> {});
    }

    /** An analyzer that fails itself has nothing to say, as in Spring Boot. */
    private static Optional<FailureAnalysis> analyze(FailureAnalyzer analyzer, Throwable failure) {
        try {
            return Optional.ofNullable(analyzer.analyze(failure));
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static String text(FailureAnalysis analysis) {
        String action = analysis.getAction();
        return action == null || action.isBlank()
                ? analysis.getDescription()
                : analysis.getDescription() + " " + action;
    }

    private static String rootCause(Throwable failure) {
        Throwable root = causes(failure).reduce(failure, (outer, inner) -> inner);
        String message = root.getMessage();
        String name = root.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(100);
    }
}
