package dev.aludel.metamodel;

import dev.aludel.AludelException;
import dev.aludel.schema.Model;
import java.util.function.Supplier;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mapping in the moment in which it is whole, and stops Hibernate there: Bean Validation has added its constraints, and what
 * comes next, the query engine and all that loads and stores entities, is most of the time that a SessionFactory takes.
 */
public final class MappingReading implements Integrator {

    private @Nullable Supplier<Model> result;

    /**
     * Returns what was read.
     *
     * @param build builds the SessionFactory, with this integrator as the last one, and fails
     */
    public Model during(Supplier<?> build) {
        try {
            throw new IllegalStateException("Hibernate has built '" + build.get() + "' without its integrators");
        } catch (RuntimeException e) {
            if (result == null) {
                throw e;
            }
            return result.get();
        }
    }

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        MetadataImplementor implementor = (MetadataImplementor) metadata;
        implementor.orderColumns(false);
        implementor.validate();
        Generators generators = NewGenerators.of(implementor, context, factory);
        result = read(implementor, factory, generators);
        throw new EnoughException();
    }

    /** What cannot be read is told to who asked, and not to Hibernate. */
    private static Supplier<Model> read(
            MetadataImplementor metadata, SessionFactoryImplementor factory, Generators generators) {
        try {
            Model model = MetamodelReader.model(metadata, factory, generators);
            return () -> model;
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {}

    /** Ends the construction of a SessionFactory that is not needed. */
    private static final class EnoughException extends AludelException {

        private static final long serialVersionUID = 1L;

        EnoughException() {
            super("The mapping is read, and the factory is not needed.");
        }
    }
}
