package dev.aludel.metamodel;

import dev.aludel.schema.Model;
import java.util.Optional;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** What one EntityManagerFactory's entities mean. Read it when the factory is built, not before. */
public final class Metamodel {

    private final Metadata metadata;
    private final SessionFactoryImplementor sessionFactory;

    Metamodel(Metadata metadata, SessionFactoryImplementor sessionFactory) {
        this.metadata = metadata;
        this.sessionFactory = sessionFactory;
    }

    /** The schema as Hibernate would create it, what of it was renamed, and who in the mapping it comes from. */
    public Model model() {
        return MetamodelReader.model(metadata, sessionFactory);
    }

    /** Hibernate's default schema, where the application sets one. */
    public Optional<String> defaultSchema() {
        return MetamodelReader.defaultSchema(sessionFactory);
    }

    boolean isOf(SessionFactoryImplementor other) {
        return sessionFactory == other;
    }
}
