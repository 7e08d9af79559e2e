package dev.aludel.metamodel;

import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;

/**
 * Makes the generators that a SessionFactory will have once it is built, from the mapping alone and in the way in which the factory
 * makes them. Some change the mapping meanwhile: since Hibernate 7.4 the column of a generated timestamp is not null.
 */
final class NewGenerators {

    private final UnbuiltFactory context;
    private final Generators made = new Generators();

    private NewGenerators(UnbuiltFactory context) {
        this.context = context;
    }

    /** Makes all of a mapping. */
    static Generators of(MetadataImplementor metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        NewGenerators generators = new NewGenerators(new UnbuiltFactory(metadata, bootstrap, factory));
        metadata.getEntityBindings().forEach(generators::entity);
        metadata.getCollectionBindings().forEach(collection -> {
            if (collection instanceof IdentifierCollection identified) {
                generators.made.add(
                        identified,
                        identified
                                .getIdentifier()
                                .createGenerator(generators.context.getDialect(), null, null, generators.context));
            }
        });
        return generators.made;
    }

    private void entity(PersistentClass entity) {
        made.add(entity, context.getOrCreateIdGenerator(entity.getRootClass().getEntityName(), entity));
        for (Property property : entity.getPropertyClosure()) {
            Generator generator = attribute(property);
            // that of a version is kept apart, unless the database makes it
            if (generator != null && (property != entity.getVersion() || generator.generatedOnExecution())) {
                made.add(entity, property.getName(), generator);
            }
        }
    }

    /** Of an embeddable's attributes each may have one, too. */
    private @Nullable Generator attribute(Property property) {
        if (property.getValueGeneratorCreator() != null) {
            Generator generator = property.createGenerator(context);
            if (generator.generatesSometimes()) {
                return generator;
            }
        }
        if (property.getValue() instanceof Component component) {
            component.getProperties().forEach(this::attribute);
        }
        return null;
    }
}
