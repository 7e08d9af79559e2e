package dev.aludel.metamodel;

import dev.aludel.schema.Model;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.ProviderUtil;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.jspecify.annotations.Nullable;

/**
 * Builds no SessionFactory until one is used. Comparing entities with a database needs their mapping alone, which takes a fraction
 * of the time.
 */
public final class DeferringProvider implements PersistenceProvider {

    private static final String HIBERNATE = "org.hibernate.";

    private final HibernatePersistenceProvider provider;
    private volatile @Nullable DeferredFactory factory;

    private DeferringProvider(HibernatePersistenceProvider provider) {
        this.provider = provider;
    }

    /**
     * Returns one in the place of Hibernate's; empty where the provider is another one's, or a library on the class path adds to
     * mappings in ways of its own.
     */
    public static Optional<DeferringProvider> of(@Nullable PersistenceProvider provider, ClassLoader classes) {
        return provider instanceof HibernatePersistenceProvider hibernate && knowsAllIntegrators(classes)
                ? Optional.of(new DeferringProvider(hibernate))
                : Optional.empty();
    }

    private static boolean knowsAllIntegrators(ClassLoader classes) {
        return ServiceLoader.load(Integrator.class, classes).stream()
                .map(ServiceLoader.Provider::type)
                .allMatch(type ->
                        type == RegisteredIntegrator.class || type.getName().startsWith(HIBERNATE));
    }

    /** Returns what the entities of the factory mean, read without it; empty if it is built or there is none. */
    public Optional<Model> model() {
        DeferredFactory made = factory;
        return made == null ? Optional.empty() : made.model();
    }

    @Override
    public EntityManagerFactory createContainerEntityManagerFactory(
            PersistenceUnitInfo info, @Nullable Map<?, ?> settings) {
        Map<String, Object> given = new HashMap<>();
        if (settings != null) {
            settings.forEach((key, value) -> given.put(String.valueOf(key), value));
        }
        DeferredFactory made =
                new DeferredFactory(all -> provider.createContainerEntityManagerFactory(info, all), given);
        factory = made;
        return made.proxy();
    }

    @Override
    public @Nullable EntityManagerFactory createEntityManagerFactory(String name, @Nullable Map<?, ?> settings) {
        return provider.createEntityManagerFactory(name, settings);
    }

    @Override
    public EntityManagerFactory createEntityManagerFactory(PersistenceConfiguration configuration) {
        return provider.createEntityManagerFactory(configuration);
    }

    @Override
    public void generateSchema(PersistenceUnitInfo info, @Nullable Map<?, ?> settings) {
        provider.generateSchema(info, settings);
    }

    @Override
    public boolean generateSchema(String name, @Nullable Map<?, ?> settings) {
        return provider.generateSchema(name, settings);
    }

    @Override
    public ProviderUtil getProviderUtil() {
        return provider.getProviderUtil();
    }
}
