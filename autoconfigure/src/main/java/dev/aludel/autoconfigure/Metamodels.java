package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import dev.aludel.metamodel.DeferringProvider;
import dev.aludel.metamodel.MetadataIntegrator;
import dev.aludel.metamodel.Metamodel;
import dev.aludel.metamodel.RegisteredIntegrator;
import dev.aludel.schema.Model;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Listens to every EntityManagerFactory that Spring makes, and tells later what the entities of the application's only or
 * primary one mean.
 */
final class Metamodels implements BeanPostProcessor, BeanFactoryAware {

    private static final Logger LOG = LoggerFactory.getLogger(Metamodels.class);

    /**
     * What Hibernate does with a sequence whose increment is not the mapping's allocation size. By default it builds no
     * factory, so that the revision which mends the sequence could neither be written nor applied.
     */
    private static final String SEQUENCE_MISMATCH = "hibernate.id.sequence.increment_size_mismatch_strategy";

    private final Map<String, MetadataIntegrator> integrators = new ConcurrentHashMap<>();

    private final Map<String, DeferringProvider> deferred = new ConcurrentHashMap<>();

    private final boolean comparing;
    private final boolean deferring;

    private Optional<ListableBeanFactory> beans = Optional.empty();
    private boolean told;

    /**
     * For one application.
     *
     * @param comparing whether Aludel looks at the database, so that what differs from the entities need not stop Hibernate
     * @param deferring whether a factory is built when it is used, as a command may not do at all
     */
    Metamodels(boolean comparing, boolean deferring) {
        this.comparing = comparing;
        this.deferring = deferring;
    }

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        beans = Optional.of((ListableBeanFactory) beanFactory);
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof LocalContainerEntityManagerFactoryBean factory) {
            MetadataIntegrator integrator = integrators.computeIfAbsent(name, key -> new MetadataIntegrator());
            Map<String, Object> settings = factory.getJpaPropertyMap();
            settings.compute(MetadataIntegrator.SETTING, (key, existing) -> integrator.provider(existing));
            if (comparing) {
                settings.putIfAbsent(SEQUENCE_MISMATCH, "log");
            }
            if (deferring) {
                defer(name, factory);
            }
        }
        return bean;
    }

    private void defer(String name, LocalContainerEntityManagerFactoryBean factory) {
        PersistenceProvider own = factory.getPersistenceProvider();
        JpaVendorAdapter vendor = factory.getJpaVendorAdapter();
        DeferringProvider.of(
                        own == null && vendor != null ? vendor.getPersistenceProvider() : own,
                        factory.getBeanClassLoader())
                .ifPresent(provider -> {
                    factory.setPersistenceProvider(provider);
                    deferred.put(name, provider);
                });
    }

    /** Returns the entities of the application's only or primary EntityManagerFactory. */
    Entities ofPrimary(MigratedDatabase database) {
        return new Entities() {

            @Override
            public boolean arePresent() {
                return names().length > 0;
            }

            @Override
            public EntityManagerFactory factory() {
                return primary();
            }

            @Override
            public Model model() {
                return Metamodels.this.model(primary(), database);
            }
        };
    }

    /**
     * Returns the entities of a unit's EntityManagerFactory.
     *
     * @param bean its name; null for the one that works on the unit's DataSource
     */
    Entities of(@Nullable String bean, MigratedDatabase database) {
        return new Entities() {

            @Override
            public boolean arePresent() {
                return bean != null || on(database.dataSource()).isPresent();
            }

            @Override
            public EntityManagerFactory factory() {
                return bean == null
                        ? on(database.dataSource()).orElseThrow(() -> new NoEntityManagerFactoryException(names()))
                        : beans.orElseThrow().getBean(bean, EntityManagerFactory.class);
            }

            @Override
            public Model model() {
                return Metamodels.this.model(factory(), database);
            }
        };
    }

    private Optional<EntityManagerFactory> on(DataSource dataSource) {
        return Stream.of(names())
                .map(name -> beans.orElseThrow().getBean(name, EntityManagerFactory.class))
                .filter(factory ->
                        factory instanceof EntityManagerFactoryInfo info && info.getDataSource() == dataSource)
                .findFirst();
    }

    /**
     * What the entities say: the schema as Hibernate would create it, and what was renamed; builds the factory if need be.
     *
     * @throws OtherDatabaseException where the entities are not those of the database that is migrated
     */
    private Model model(EntityManagerFactory factory, MigratedDatabase database) {
        if (factory instanceof EntityManagerFactoryInfo info
                && info.getDataSource() != null
                && !database.isReachedBy(info.getDataSource())) {
            throw new OtherDatabaseException();
        }
        return deferred.entrySet().stream()
                .filter(entry -> isMadeBy(factory, entry.getKey()))
                .findFirst()
                .flatMap(entry -> entry.getValue().model())
                .orElseGet(() -> metamodel(factory).model());
    }

    private EntityManagerFactory primary() {
        EntityManagerFactory factory =
                beans.orElseThrow().getBeanProvider(EntityManagerFactory.class).getIfUnique();
        String[] names = names();
        if (factory == null) {
            throw new NoEntityManagerFactoryException(names);
        }
        if (names.length > 1 && !told) {
            told = true;
            LOG.warn(
                    "Of the EntityManagerFactories {}, only the primary one's entities are compared",
                    Beans.quoted(List.of(names)));
        }
        return factory;
    }

    private Metamodel metamodel(EntityManagerFactory factory) {
        // what is built in the background is waited for
        EntityManagerFactory built =
                factory instanceof EntityManagerFactoryInfo info ? info.getNativeEntityManagerFactory() : factory;
        return integrators.entrySet().stream()
                .filter(entry -> isMadeBy(factory, entry.getKey()))
                .findFirst()
                .flatMap(entry -> entry.getValue().metamodel())
                .or(() -> RegisteredIntegrator.metamodel(built))
                .orElseThrow(
                        () -> new AludelException(
                                "The EntityManagerFactory is not Hibernate's, so that Aludel cannot read its entities. Make it with Hibernate, or set aludel.compare.on-ready=off."));
    }

    private boolean isMadeBy(EntityManagerFactory factory, String name) {
        ListableBeanFactory all = beans.orElseThrow();
        return all.containsBean(name) && all.getBean(name) == factory;
    }

    private String[] names() {
        return beans.orElseThrow().getBeanNamesForType(EntityManagerFactory.class);
    }
}
