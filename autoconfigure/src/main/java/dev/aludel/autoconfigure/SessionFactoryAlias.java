package dev.aludel.autoconfigure;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.core.Ordered;

/**
 * Lets Boot's {@code entityManagerFactory}, which is a SessionFactory, be injected by the name {@code sessionFactory} too. An
 * alias and not a bean: a second bean of either type would make Boot's own step back.
 */
final class SessionFactoryAlias implements BeanDefinitionRegistryPostProcessor, Ordered {

    private static final String ENTITY_MANAGER_FACTORY = "entityManagerFactory";
    private static final String SESSION_FACTORY = "sessionFactory";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (registry.containsBeanDefinition(ENTITY_MANAGER_FACTORY) && !registry.isBeanNameInUse(SESSION_FACTORY)) {
            registry.registerAlias(ENTITY_MANAGER_FACTORY, SESSION_FACTORY);
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {}

    /** After all who define beans. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
