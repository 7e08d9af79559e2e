package dev.aludel.metamodel;

import dev.aludel.schema.Numbers;
import dev.aludel.schema.Numbers.Blocks;
import dev.aludel.schema.ObjectName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.QualifiedNameParser;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.DatabaseStructure;
import org.hibernate.id.enhanced.HiLoOptimizer;
import org.hibernate.id.enhanced.LegacyHiLoAlgorithmOptimizer;
import org.hibernate.id.enhanced.NoopOptimizer;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.id.enhanced.PooledLoOptimizer;
import org.hibernate.id.enhanced.PooledLoThreadLocalOptimizer;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.jspecify.annotations.Nullable;

/** Which sequence or generator table gives each column its numbers, from the generators that Hibernate has for them. */
final class NumbersReader {

    private static final String STORES_LAST = "hibernate.id.generator.stored_last_used";

    private record Place(ObjectName table, String column) {}

    private final MetadataImplementor metadata;
    private final ObjectNames names;
    private final SessionFactoryImplementor factory;
    private final Map<Place, Numbers> numbers = new HashMap<>();

    NumbersReader(
            MetadataImplementor metadata, ObjectNames names, Generators generators, SessionFactoryImplementor factory) {
        this.metadata = metadata;
        this.names = names;
        this.factory = factory;
        metadata.getEntityBindings().forEach(entity -> read(entity, generators));
        metadata.getCollectionBindings().forEach(collection -> {
            if (collection instanceof IdentifierCollection identified) {
                put(
                        collection.getCollectionTable(),
                        identified.getIdentifier().getColumns(),
                        generators.of(identified));
            }
        });
    }

    @Nullable
    Numbers of(Table table, Column column) {
        return numbers.get(new Place(names.of(table), Names.of(column)));
    }

    /** Joined subclasses repeat a key that the root's table has. */
    private void read(PersistentClass entity, Generators generators) {
        if (entity instanceof RootClass || entity instanceof UnionSubclass) {
            put(entity.getTable(), entity.getRootClass().getIdentifier().getColumns(), generators.of(entity));
        }
    }

    private void put(Table table, List<Column> key, @Nullable Generator generator) {
        Numbers source = generator == null || key.size() != 1 ? null : source(generator);
        if (source != null) {
            numbers.put(new Place(names.of(table), Names.of(key.get(0))), source);
        }
    }

    private @Nullable Numbers source(Generator generator) {
        if (generator instanceof SequenceStyleGenerator sequence) {
            DatabaseStructure structure = sequence.getDatabaseStructure();
            return structure.isPhysicalSequence() ? sequence(structure, sequence.getOptimizer()) : null;
        }
        return generator instanceof TableGenerator table ? row(table) : null;
    }

    private Numbers sequence(DatabaseStructure structure, Optimizer optimizer) {
        QualifiedName name = structure.getPhysicalName();
        int increment = structure.getIncrementSize();
        return new Numbers.OfSequence(
                names.of(name.getSchemaName(), name.getObjectName()),
                structure.getInitialValue(),
                optimizer.applyIncrementSizeToSourceValues() ? increment : 1,
                blocks(optimizer, increment));
    }

    private Numbers row(TableGenerator generator) {
        Object last = factory.getProperties().get(STORES_LAST);
        return new Numbers.OfRow(
                table(generator),
                Names.of(Identifier.toIdentifier(generator.getSegmentColumnName())),
                generator.getSegmentValue(),
                Names.of(Identifier.toIdentifier(generator.getValueColumnName())),
                last == null || Boolean.parseBoolean(last.toString()),
                blocks(generator.getOptimizer(), generator.getIncrementSize()));
    }

    /** The generator knows the name of its table as it was before naming strategies. */
    private ObjectName table(TableGenerator generator) {
        QualifiedName logical = QualifiedNameParser.INSTANCE.parse(generator.getTableName());
        Namespace namespace = metadata.getDatabase().locateNamespace(logical.getCatalogName(), logical.getSchemaName());
        Table table = namespace.locateTable(logical.getObjectName());
        return table == null ? names.of(logical.getSchemaName(), logical.getObjectName()) : names.of(table);
    }

    private static Blocks blocks(Optimizer optimizer, int size) {
        if (optimizer instanceof NoopOptimizer || size <= 1) {
            return Blocks.SINGLE;
        }
        if (optimizer instanceof PooledLoOptimizer || optimizer instanceof PooledLoThreadLocalOptimizer) {
            return new Blocks(Blocks.Kind.BEGIN, size);
        }
        if (optimizer instanceof LegacyHiLoAlgorithmOptimizer) {
            return new Blocks(Blocks.Kind.COUNT_FROM_ZERO, size + 1L);
        }
        boolean counts = optimizer instanceof HiLoOptimizer || !optimizer.applyIncrementSizeToSourceValues();
        return new Blocks(counts ? Blocks.Kind.COUNT : Blocks.Kind.END, size);
    }
}
