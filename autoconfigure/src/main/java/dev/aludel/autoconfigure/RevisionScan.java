package dev.aludel.autoconfigure;

import dev.aludel.Revision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Makes beans of the revisions in Java that stand in the application's packages for them, so that their dependencies are injected,
 * and a native image has them. They are lazy: one is made when it runs.
 */
final class RevisionScan implements BeanDefinitionRegistryPostProcessor, Ordered {

    private final Environment environment;
    private final ResourceLoader resourceLoader;

    RevisionScan(Environment environment, ResourceLoader resourceLoader) {
        this.environment = environment;
        this.resourceLoader = resourceLoader;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        Set<String> known = new HashSet<>();
        for (String name : registry.getBeanDefinitionNames()) {
            known.add(String.valueOf(registry.getBeanDefinition(name).getBeanClassName()));
        }
        ClassPathScanningCandidateComponentProvider scanner =
                new ClassPathScanningCandidateComponentProvider(false, environment);
        scanner.setResourceLoader(resourceLoader);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Revision.class));
        List<String> packages =
                new ArrayList<>(RevisionPackages.of((ConfigurableListableBeanFactory) registry, environment));
        packages.addAll(UnitProperties.packages(environment));
        for (String name : packages) {
            for (BeanDefinition found : scanner.findCandidateComponents(name)) {
                if (known.add(String.valueOf(found.getBeanClassName()))) {
                    found.setLazyInit(true);
                    registry.registerBeanDefinition(String.valueOf(found.getBeanClassName()), found);
                }
            }
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {}

    /** After all who define beans: what is one already is not made one again. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
