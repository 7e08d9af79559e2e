package dev.aludel.autoconfigure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The packages of the application's revisions in Java: what it says, else {@code revisions} below its own package. */
final class RevisionPackages {

    private static final String BELOW = ".revisions";

    private RevisionPackages() {}

    /** While beans are still defined. */
    static List<String> of(BeanFactory beans, Environment environment) {
        return of(
                beans,
                Binder.get(environment)
                        .bind("aludel.packages", Bindable.listOf(String.class))
                        .orElse(null));
    }

    /** @param configured what the application says; null where it says nothing */
    static List<String> of(BeanFactory beans, @Nullable List<String> configured) {
        return configured == null ? ofApplication(beans) : configured;
    }

    /** Tells whether a package is one of several, or stands below one. */
    static boolean contain(List<String> packages, String name) {
        return packages.stream().anyMatch(known -> name.equals(known) || name.startsWith(known + "."));
    }

    private static List<String> ofApplication(BeanFactory beans) {
        return AutoConfigurationPackages.has(beans)
                ? AutoConfigurationPackages.get(beans).stream()
                        .map(name -> name.isEmpty() ? BELOW.substring(1) : name + BELOW)
                        .toList()
                : List.of();
    }
}
