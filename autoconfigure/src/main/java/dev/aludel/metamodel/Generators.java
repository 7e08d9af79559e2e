package dev.aludel.metamodel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.metamodel.spi.MappingMetamodelImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The generators of identifiers and attributes. */
final class Generators {

    private final Map<String, Generator> identifiers = new HashMap<>();
    private final Map<String, Generator> collections = new HashMap<>();
    private final Map<String, Map<String, Generator>> attributes = new HashMap<>();

    /** Takes those of a factory that is built. */
    static Generators of(MetadataImplementor metadata, SessionFactoryImplementor factory) {
        Generators generators = new Generators();
        MappingMetamodelImplementor built = factory.getMappingMetamodel();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            EntityPersister persister = built.findEntityDescriptor(entity.getEntityName());
            if (persister != null) {
                generators.add(entity, persister.getGenerator());
                Generator[] each = persister.getGenerators();
                String[] names = persister.getPropertyNames();
                for (int at = 0; at < names.length; at++) {
                    generators.add(entity, names[at], each[at]);
                }
            }
        }
        metadata.getCollectionBindings().forEach(collection -> {
            if (collection instanceof IdentifierCollection identified) {
                generators.add(
                        identified,
                        built.getCollectionDescriptor(collection.getRole()).getGenerator());
            }
        });
        return generators;
    }

    void add(PersistentClass entity, @Nullable Generator generator) {
        if (generator != null) {
            identifiers.put(entity.getEntityName(), generator);
        }
    }

    void add(PersistentClass entity, String attribute, @Nullable Generator generator) {
        if (generator != null) {
            attributes
                    .computeIfAbsent(entity.getEntityName(), name -> new LinkedHashMap<>())
                    .put(attribute, generator);
        }
    }

    void add(IdentifierCollection collection, @Nullable Generator generator) {
        if (generator != null) {
            collections.put(collection.getRole(), generator);
        }
    }

    /** Returns that of an entity's identifier. */
    @Nullable
    Generator of(PersistentClass entity) {
        return identifiers.get(entity.getEntityName());
    }

    /** Returns that of the identifiers of a collection's rows. */
    @Nullable
    Generator of(IdentifierCollection collection) {
        return collections.get(collection.getRole());
    }

    /** Returns those of an entity's attributes, by their names; of embeddables, those that Hibernate joined into one. */
    Map<String, Generator> ofAttributes(PersistentClass entity) {
        return attributes.getOrDefault(entity.getEntityName(), Map.of());
    }
}
