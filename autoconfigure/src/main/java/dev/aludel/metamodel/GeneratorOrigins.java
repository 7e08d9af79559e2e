package dev.aludel.metamodel;

import dev.aludel.schema.Origin;
import java.util.Comparator;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.generator.internal.CurrentTimestampGeneration;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.jspecify.annotations.Nullable;

/** The sequences of identifiers, and the timestamps that Hibernate makes. */
record GeneratorOrigins(OriginsCollector collector, Reasons reasons, ObjectNames names) {

    void read(MetadataImplementor metadata, Generators generators) {
        metadata.getEntityBindings().stream()
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .forEach(entity -> {
                    identifier(entity, generators.of(entity));
                    generators.ofAttributes(entity).forEach((property, generator) -> {
                        if (generator instanceof CurrentTimestampGeneration) {
                            reasons.timestamp(entity.getProperty(property));
                        }
                    });
                });
    }

    private void identifier(PersistentClass entity, @Nullable Generator generator) {
        if (entity instanceof RootClass && generator instanceof SequenceStyleGenerator style) {
            QualifiedName name = style.getDatabaseStructure().getPhysicalName();
            Property identifier = entity.getIdentifierProperty();
            String path = EntityNames.of(entity) + (identifier == null ? "" : "." + identifier.getName());
            collector.sequence(names.of(name.getSchemaName(), name.getObjectName()), Origin.of(path));
        }
    }
}
