package dev.aludel.metamodel;

import dev.aludel.schema.Origin;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.generator.internal.CurrentTimestampGeneration;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.persister.entity.EntityPersister;

/** The sequences of identifiers, and the timestamps that Hibernate makes. Only the built factory knows its generators. */
record GeneratorOrigins(OriginsCollector collector, Reasons reasons, ObjectNames names) {

    void read(MetadataImplementor metadata, SessionFactoryImplementor sessionFactory) {
        metadata.getEntityBindings().stream()
                .sorted(java.util.Comparator.comparing(PersistentClass::getEntityName))
                .forEach(entity -> {
                    EntityPersister persister =
                            sessionFactory.getMappingMetamodel().findEntityDescriptor(entity.getEntityName());
                    if (persister != null) {
                        identifier(entity, persister.getGenerator());
                        timestamps(entity, persister);
                    }
                });
    }

    private void identifier(PersistentClass entity, Generator generator) {
        if (entity instanceof RootClass && generator instanceof SequenceStyleGenerator style) {
            QualifiedName name = style.getDatabaseStructure().getPhysicalName();
            Property identifier = entity.getIdentifierProperty();
            String path = EntityNames.of(entity) + (identifier == null ? "" : "." + identifier.getName());
            collector.sequence(names.of(name.getSchemaName(), name.getObjectName()), Origin.of(path));
        }
    }

    private void timestamps(PersistentClass entity, EntityPersister persister) {
        Generator[] generators = persister.getGenerators();
        String[] properties = persister.getPropertyNames();
        for (int at = 0; at < properties.length; at++) {
            if (generators[at] instanceof CurrentTimestampGeneration) {
                reasons.timestamp(entity.getProperty(properties[at]));
            }
        }
    }
}
