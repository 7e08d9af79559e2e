package dev.aludel.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.AbstractApplicationContext;

/**
 * Makes every bean lazy, so that a command builds what it needs and no more, and puts the command in the place of the
 * lifecycle: when it is the turn of lifecycle beans, servers, schedulers and listeners, the command runs and ends the JVM.
 *
 * <p>Post-processors stay as they are: a refresh looks for them without loading the classes of lazy definitions. It looks
 * for load-time-weaver-aware beans in the same way, of which the factory of the EntityManagerFactory is one: that one is
 * not to be found, or it would connect to the database.
 */
final class OnDemandBeans implements BeanFactoryPostProcessor {

    private static final String LIFECYCLE_PROCESSOR = AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME;

    private final LifecycleProcessor command;

    OnDemandBeans(LifecycleProcessor command) {
        this.command = command;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        Set<String> postProcessors = new HashSet<>();
        for (Class<?> type : List.of(BeanPostProcessor.class, BeanFactoryPostProcessor.class)) {
            postProcessors.addAll(List.of(beanFactory.getBeanNamesForType(type, true, false)));
        }
        for (String name : beanFactory.getBeanDefinitionNames()) {
            if (!postProcessors.contains(name)) {
                beanFactory.getBeanDefinition(name).setLazyInit(true);
            }
        }
        if (beanFactory instanceof DefaultListableBeanFactory factory) {
            factory.setAllowEagerClassLoading(false);
            if (factory.containsBeanDefinition(LIFECYCLE_PROCESSOR)) {
                factory.removeBeanDefinition(LIFECYCLE_PROCESSOR);
            }
        }
        beanFactory.registerSingleton(LIFECYCLE_PROCESSOR, command);
    }
}
