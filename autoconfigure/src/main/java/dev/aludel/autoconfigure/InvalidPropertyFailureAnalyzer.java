package dev.aludel.autoconfigure;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says of a value below {@code aludel} that cannot be read which values there are, as they are written in a file. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InvalidPropertyFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("aludel");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        ConfigurationProperty property = cause.getProperty();
        if (property == null || !PREFIX.isAncestorOf(property.getName())) {
            return null;
        }
        String origin = property.getOrigin() == null ? "" : ", set in " + property.getOrigin();
        return new FailureAnalysis(
                "The property '%s' has the value '%s'%s, which cannot be read."
                        .formatted(property.getName(), property.getValue(), origin),
                remedy(Objects.requireNonNull(cause.getTarget().getType().resolve(Object.class))),
                cause);
    }

    private static String remedy(Class<?> type) {
        if (type.isEnum()) {
            return "Use one of: "
                    + Stream.of(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant)
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'))
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        if (type == Duration.class) {
            return "Use a time such as 500ms, 5s or 10m.";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "Use true or false.";
        }
        if (type == ZoneId.class) {
            return "Use a time zone such as UTC or Europe/Berlin.";
        }
        return type == Integer.class || type == int.class ? "Use a whole number." : "Correct it.";
    }
}
