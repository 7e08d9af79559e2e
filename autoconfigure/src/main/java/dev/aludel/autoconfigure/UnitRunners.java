package dev.aludel.autoconfigure;

import dev.aludel.runner.MigrationRunner;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.Environment;

/**
 * Makes a bean of each further unit's runner: {@code auditMigrationRunner} for the unit {@code audit}. It is injected by its name
 * alone, so that a {@link MigrationRunner} without one stays that of the primary DataSource.
 */
final class UnitRunners implements BeanDefinitionRegistryPostProcessor {

    private final Environment environment;

    UnitRunners(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        ConfigurableListableBeanFactory beans = (ConfigurableListableBeanFactory) registry;
        for (String unit : UnitProperties.names(environment)) {
            RootBeanDefinition runner = new RootBeanDefinition(
                    MigrationRunner.class,
                    () -> beans.getBean(ApplicationUnits.class).unit(unit).runner());
            runner.setLazyInit(true);
            runner.setDefaultCandidate(false);
            registry.registerBeanDefinition(unit + "MigrationRunner", runner);
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {}
}
