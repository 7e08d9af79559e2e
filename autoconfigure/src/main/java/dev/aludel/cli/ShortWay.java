package dev.aludel.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Answers a command that only reads revisions, or the version table, from the application's properties alone: to define all of its beans
 * takes most of the time of such a command, and none of them has a say in the answer. Where one might, {@link PlainApplication} says so,
 * and the whole application is configured.
 */
final class ShortWay {

    private static final Set<String> OF_FILES = Set.of("heads", "branches", "history", "show");
    private static final Set<String> OF_THE_VERSION_TABLE = Set.of("status", "current");

    /** What {@code history} and {@code show} take that is no question to the database. */
    private static final Pattern FILES_ALONE = Pattern.compile(
            "-r|--rev-range|-v|--verbose|--json|--dot|--mermaid|([0-9a-f]{4,}|heads?|base)?(:([0-9a-f]{4,}|heads?|base)?)?");

    private ShortWay() {}

    /** Returns a context with all that a command needs, not refreshed; empty where the command needs the application itself. */
    static Optional<ConfigurableApplicationContext> of(
            SpringApplication application, ConfigurableApplicationContext prepared, List<String> words) {
        String command = words.isEmpty() ? "" : words.get(0);
        boolean reads = OF_FILES.contains(command);
        if (!reads && !OF_THE_VERSION_TABLE.contains(command)) {
            return Optional.empty();
        }
        boolean files = reads
                && words.stream()
                        .skip(1)
                        .allMatch(word -> FILES_ALONE.matcher(word).matches());
        return PlainApplication.of(application, prepared, !files).map(main -> context(prepared, main));
    }

    private static ConfigurableApplicationContext context(ConfigurableApplicationContext prepared, Class<?> main) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setClassLoader(prepared.getClassLoader());
        context.setEnvironment(prepared.getEnvironment());
        context.getBeanFactory().setConversionService(prepared.getBeanFactory().getConversionService());
        context.register(PlainConfiguration.class);
        AutoConfigurationPackages.register(context, main.getPackageName());
        context.addBeanFactoryPostProcessor(name(main));
        return context;
    }

    /** Tells which class is the application, from whose place its project is known, when nobody looks for configuration in it any more. */
    private static BeanFactoryPostProcessor name(Class<?> main) {
        return beans -> {
            BeanDefinition definition = new RootBeanDefinition(main);
            definition.setLazyInit(true);
            ((BeanDefinitionRegistry) beans).registerBeanDefinition(main.getName(), definition);
        };
    }
}
