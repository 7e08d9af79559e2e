package dev.aludel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * Tells whether no bean of an application can have a say in what its revisions are, or in which database it migrates. That is decided by
 * what its classes mention, whether or not they would use it: what is unknown counts as a bean with a say.
 */
final class PlainApplication {

    private static final String SPRING = "org.springframework.";
    private static final String SPRING_BOOT = "org.springframework.boot.";
    private static final String OWN = "dev.aludel.autoconfigure.";
    private static final String CONTEXT = "org/springframework/context/annotation/";

    /** Revisions in Java, the engine's own beans, and what adds beans or properties from elsewhere. */
    private static final List<String> WITH_A_SAY_IN_REVISIONS = List.of(
            "dev/aludel/JavaRevision",
            "dev/aludel/Revision;",
            "dev/aludel/runner/MigrationRunner",
            "dev/aludel/command/Commands",
            "dev/aludel/dialect/Dialect",
            CONTEXT + "PropertySource",
            CONTEXT + "Import",
            CONTEXT + "ComponentScan",
            "ImportAutoConfiguration",
            "BeanFactoryPostProcessor",
            "BeanDefinitionRegistry",
            "ConfigurationPropertiesBinding");

    /** Besides those, what makes, changes or wraps a connection. */
    private static final List<String> WITH_A_SAY_IN_THE_DATABASE = List.of(
            "DataSource", "Hikari", "ConnectionDetails", "ServiceConnection", "BeanPostProcessor", "java/sql/Driver");

    /** It starts containers, and tells their addresses when the context is loaded. */
    private static final String DOCKER_COMPOSE =
            "org.springframework.boot.docker.compose.lifecycle.DockerComposeLifecycleManager";

    private PlainApplication() {}

    /**
     * Returns the application's class where it is plain.
     *
     * @param prepared its context, before any bean is defined
     * @param database whether the command connects, so that it matters how
     */
    static Optional<Class<?>> of(
            SpringApplication application, ConfigurableApplicationContext prepared, boolean database) {
        Class<?> main = onlySource(application);
        return main != null
                        && isPlain(main)
                        && isAsPrepared(application, prepared)
                        && isPlain(prepared.getEnvironment(), database)
                        && configurations(prepared.getClassLoader(), database)
                        && mentionNothing(main, prepared.getClassLoader(), database)
                ? Optional.of(main)
                : Optional.empty();
    }

    private static @Nullable Class<?> onlySource(SpringApplication application) {
        Set<Object> sources = application.getAllSources();
        return sources.size() == 1 && sources.iterator().next() instanceof Class<?> source ? source : null;
    }

    /** With the annotation as it is written by Initializr, which looks for beans beside and below the class. */
    private static boolean isPlain(Class<?> main) {
        MergedAnnotation<SpringBootApplication> annotation =
                MergedAnnotations.from(main).get(SpringBootApplication.class);
        return annotation.getDistance() == 0
                && !main.getPackageName().isEmpty()
                && Stream.of("exclude", "excludeName", "scanBasePackages", "scanBasePackageClasses", "nameGenerator")
                        .allMatch(annotation::hasDefaultValue);
    }

    /** No initializer or listener but Spring Boot's own had or will have a hand in it, and none has defined a bean. */
    private static boolean isAsPrepared(SpringApplication application, ConfigurableApplicationContext prepared) {
        return prepared.getParent() == null
                && Stream.concat(application.getInitializers().stream(), application.getListeners().stream())
                        .allMatch(each -> each.getClass().getName().startsWith(SPRING_BOOT))
                && Stream.of(prepared.getBeanFactory().getBeanDefinitionNames())
                        .allMatch(name -> name.startsWith(SPRING));
    }

    private static boolean isPlain(Environment environment, boolean database) {
        return !environment.containsProperty("spring.main.sources")
                && !environment.containsProperty("spring.autoconfigure.exclude")
                && !environment.containsProperty("spring.autoconfigure.exclude[0]")
                && !(database && environment.containsProperty("spring.datasource.jndi-name"))
                && !Binder.get(environment)
                        .bind("aludel.units", Bindable.mapOf(String.class, Object.class))
                        .isBound();
    }

    private static boolean configurations(@Nullable ClassLoader loader, boolean database) {
        List<String> known = new ArrayList<>(List.of(OWN, database ? SPRING_BOOT : SPRING));
        return !(database && ClassUtils.isPresent(DOCKER_COMPOSE, loader))
                && ImportCandidates.load(AutoConfiguration.class, loader).getCandidates().stream()
                        .allMatch(name -> known.stream().anyMatch(name::startsWith));
    }

    private static boolean mentionNothing(Class<?> main, @Nullable ClassLoader loader, boolean database) {
        List<String> names = new ArrayList<>(WITH_A_SAY_IN_REVISIONS);
        if (database) {
            names.addAll(WITH_A_SAY_IN_THE_DATABASE);
        }
        String pattern = "classpath*:" + main.getPackageName().replace('.', '/') + "/**/*.class";
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver(loader).getResources(pattern)) {
                String text = new String(resource.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
                if (names.stream().anyMatch(text::contains)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false; // and the whole application tells what is wrong with its classes
        }
    }
}
