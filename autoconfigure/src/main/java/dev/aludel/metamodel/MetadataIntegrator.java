package dev.aludel.metamodel;

import java.util.Optional;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the metadata of one SessionFactory. Hibernate calls it while the factory is being built, before the metadata is
 * complete, so that it stores and reads nothing. One integrator serves one factory, which may be built again.
 */
public final class MetadataIntegrator implements Integrator {

    /** The setting that {@link #provider(Object)} is the value of. */
    public static final String SETTING = "hibernate.integrator_provider";

    private volatile @Nullable Metamodel metamodel;

    /** What the entities mean; empty until the factory is built and after it is closed. */
    public Optional<Metamodel> metamodel() {
        return Optional.ofNullable(metamodel);
    }

    /**
     * The value of {@value #SETTING} that adds this integrator.
     *
     * @param existing the value so far: an instance, a class or its name, as Hibernate takes it
     */
    public Object provider(@Nullable Object existing) {
        return IntegratorProviders.with(existing, this);
    }

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
        metamodel = new Metamodel(metadata, sessionFactory);
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
        Metamodel current = metamodel;
        if (current != null && current.isOf(sessionFactory)) {
            metamodel = null;
        }
    }
}
