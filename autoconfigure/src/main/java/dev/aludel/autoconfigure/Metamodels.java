package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import dev.aludel.metamodel.MetadataIntegrator;
import dev.aludel.metamodel.Metamodel;
import dev.aludel.schema.Schema;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Listens to every EntityManagerFactory that Spring makes, and tells later what the entities of the application's only or
 * primary one mean.
 */
final class Metamodels implements BeanPostProcessor, BeanFactoryAware, Supplier<Schema> {

    private final Map<String, MetadataIntegrator> integrators = new ConcurrentHashMap<>();

    private Optional<ListableBeanFactory> beans = Optional.empty();

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        beans = Optional.of((ListableBeanFactory) beanFactory);
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof LocalContainerEntityManagerFactoryBean factory) {
            MetadataIntegrator integrator = integrators.computeIfAbsent(name, key -> new MetadataIntegrator());
            factory.getJpaPropertyMap()
                    .compute(MetadataIntegrator.SETTING, (key, existing) -> integrator.provider(existing));
        }
        return bean;
    }

    /** Whether the application has an EntityManagerFactory, built or to be built. */
    boolean isPresent() {
        return names().length > 0;
    }

    /** The schema as Hibernate would create it; builds the factory if need be. */
    @Override
    public Schema get() {
        return metamodel().schema();
    }

    private Metamodel metamodel() {
        EntityManagerFactory factory =
                beans.orElseThrow().getBeanProvider(EntityManagerFactory.class).getIfUnique();
        if (factory == null) {
            throw new NoEntityManagerFactoryException(names());
        }
        if (factory instanceof EntityManagerFactoryInfo info) {
            // waits for a factory that is built in the background
            info.getNativeEntityManagerFactory();
        }
        return integrators.entrySet().stream()
                .filter(entry -> beans.orElseThrow().getBean(entry.getKey()) == factory)
                .findFirst()
                .flatMap(entry -> entry.getValue().metamodel())
                .orElseThrow(
                        () -> new AludelException(
                                "The EntityManagerFactory is not made by a LocalContainerEntityManagerFactoryBean with Hibernate, so that Aludel cannot read its entities. Make it with Boot's EntityManagerFactoryBuilder."));
    }

    private String[] names() {
        return beans.orElseThrow().getBeanNamesForType(EntityManagerFactory.class);
    }
}
