package dev.aludel.metamodel;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Keeps the metadata of every SessionFactory of the JVM, for those that {@link MetadataIntegrator} does not reach, such as
 * one of a LocalSessionFactoryBean. Hibernate finds it as a service. A factory keeps its metadata as long as it lives, so
 * that remembering it costs nothing.
 */
public final class RegisteredIntegrator implements Integrator {

    private static final Map<SessionFactoryImplementor, Metadata> METADATA =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** What the entities of a factory mean; empty if it is not Hibernate's or is closed. */
    public static Optional<Metamodel> metamodel(Object factory) {
        return factory instanceof SessionFactoryImplementor implementor
                ? Optional.ofNullable(METADATA.get(implementor)).map(metadata -> new Metamodel(metadata, implementor))
                : Optional.empty();
    }

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
        METADATA.put(sessionFactory, metadata);
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
        METADATA.remove(sessionFactory);
    }
}
