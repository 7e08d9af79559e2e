package dev.aludel.metamodel;

import dev.aludel.schema.Model;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.RenameHint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UserType;
import dev.aludel.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.registry.selector.spi.StrategySelector;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.tool.schema.internal.DefaultSchemaFilterProvider;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;

/**
 * From Hibernate's boot-time metadata to the schema that {@code hibernate.hbm2ddl.auto=create} would create, in the same
 * order. Bean Validation's constraints must have entered the metadata, which they do while a SessionFactory is built.
 */
public final class MetamodelReader {

    private final Mapping mapping;
    private final SchemaFilter filter;

    private MetamodelReader(Mapping mapping, SchemaFilter filter) {
        this.mapping = mapping;
        this.filter = filter;
    }

    /**
     * The schema that the entities mean.
     *
     * @throws UnknownKeyColumnException if an index or a unique constraint names a column that its table does not have
     * @throws UnsupportedMappingException if the mapping holds what no schema can express, or SQL text that cannot be read
     */
    public static Schema read(Metadata metadata, SessionFactoryImplementor sessionFactory) {
        return read(metadata, sessionFactory, Generators.of((MetadataImplementor) metadata, sessionFactory));
    }

    private static Schema read(Metadata metadata, SessionFactoryImplementor sessionFactory, Generators generators) {
        return new MetamodelReader(mapping(metadata, sessionFactory, generators), filter(sessionFactory)).read();
    }

    private static Mapping mapping(Metadata metadata, SessionFactoryImplementor sessionFactory, Generators generators) {
        MetadataImplementor implementor = (MetadataImplementor) metadata;
        ObjectNames names = new ObjectNames(defaultSchema(sessionFactory).orElse(""));
        return new Mapping(
                implementor,
                sessionFactory.getSqlStringGenerationContext(),
                names,
                new KeyOrder(implementor),
                new ValuesReader(implementor, names, generators, sessionFactory));
    }

    /** What {@link dev.aludel.RenamedFrom} says of the entities. */
    public static List<RenameHint> renames(Metadata metadata, SessionFactoryImplementor sessionFactory) {
        Generators generators = Generators.of((MetadataImplementor) metadata, sessionFactory);
        return new RenameReader(mapping(metadata, sessionFactory, generators)).read();
    }

    /** All that the entities say. */
    public static Model model(Metadata metadata, SessionFactoryImplementor sessionFactory) {
        return model(metadata, sessionFactory, Generators.of((MetadataImplementor) metadata, sessionFactory));
    }

    /** The same where there is a factory that is not built yet: its generators are what is made for it. */
    static Model model(Metadata metadata, SessionFactoryImplementor sessionFactory, Generators generators) {
        ObjectNames names = new ObjectNames(defaultSchema(sessionFactory).orElse(""));
        return new Model(
                read(metadata, sessionFactory, generators),
                new RenameReader(mapping(metadata, sessionFactory, generators)).read(),
                () -> OriginsReader.read((MetadataImplementor) metadata, generators, names));
    }

    /** Hibernate's default schema, from {@code hibernate.default_schema} or an orm.xml, as the database stores it. */
    public static Optional<String> defaultSchema(SessionFactoryImplementor sessionFactory) {
        return Optional.ofNullable(
                        sessionFactory.getSqlStringGenerationContext().getDefaultSchema())
                .map(Names::of);
    }

    /** What {@code hibernate.hbm2ddl.schema_filter_provider} leaves out of a creation is no part of the schema. */
    private static SchemaFilter filter(SessionFactoryImplementor sessionFactory) {
        return sessionFactory
                .getServiceRegistry()
                .requireService(StrategySelector.class)
                .resolveDefaultableStrategy(
                        SchemaFilterProvider.class,
                        sessionFactory.getProperties().get(SchemaToolingSettings.HBM2DDL_FILTER_PROVIDER),
                        DefaultSchemaFilterProvider.INSTANCE)
                .getCreateFilter();
    }

    private Schema read() {
        List<Table> tables = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>();
        List<View> views = new ArrayList<>();
        List<String> schemas = new ArrayList<>();
        for (Namespace namespace : mapping.metadata().getDatabase().getNamespaces()) {
            if (filter.includeNamespace(namespace)) {
                // also one without any table, such as that of the abstract root of tables per class
                schemas.add(mapping.names().schema(namespace.getPhysicalName().schema()));
                sequences.addAll(sequences(namespace));
                tables.addAll(tables(namespace));
                views.addAll(views(namespace));
            }
        }
        List<ObjectName> relations = Stream.concat(
                        tables.stream().map(Table::name), views.stream().map(View::name))
                .toList();
        refuseDuplicates(relations);
        List<UserType> types = new TypeReader(mapping).read(filter);
        types.forEach(type -> schemas.add(type.name().schema()));
        return ForeignKeyTargets.in(DistinctNames.in(new Schema(
                namespaces(schemas, relations, sequences),
                tables,
                firstOfEachName(sequences),
                views,
                types,
                new AuxiliaryObjectReader(mapping).read())));
    }

    private List<Table> tables(Namespace namespace) {
        TableReader reader = new TableReader(mapping);
        return namespace.getTables().stream()
                .filter(table -> table.isPhysicalTable() && !table.isView() && filter.includeTable(table))
                .map(reader::read)
                .toList();
    }

    private List<View> views(Namespace namespace) {
        ViewReader reader = new ViewReader(mapping);
        return namespace.getTables().stream()
                .filter(table -> table.isView() && filter.includeTable(table))
                .map(reader::read)
                .toList();
    }

    private List<Sequence> sequences(Namespace namespace) {
        SequenceReader reader = new SequenceReader(mapping.names());
        List<Sequence> sequences = new ArrayList<>();
        namespace.getSequences().forEach(sequence -> {
            if (filter.includeSequence(sequence)) {
                sequences.add(reader.read(sequence));
            }
        });
        return sequences;
    }

    private static List<String> namespaces(List<String> schemas, List<ObjectName> relations, List<Sequence> sequences) {
        List<String> names = new ArrayList<>(schemas);
        relations.forEach(relation -> names.add(relation.schema()));
        sequences.forEach(sequence -> names.add(sequence.name().schema()));
        return names.stream()
                .filter(schema -> !schema.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** A generator with the default schema spelled out and one without may share a sequence. */
    private static List<Sequence> firstOfEachName(List<Sequence> sequences) {
        Set<ObjectName> seen = new HashSet<>();
        return sequences.stream().filter(sequence -> seen.add(sequence.name())).toList();
    }

    private static void refuseDuplicates(List<ObjectName> relations) {
        Set<ObjectName> seen = new HashSet<>();
        for (ObjectName name : relations) {
            if (!seen.add(name.sibling(Names.kept(name.name())))) {
                throw new UnsupportedMappingException("The table '" + name
                        + "' is mapped twice, under names that the database does not tell apart."
                        + " Spell its name and schema the same everywhere.");
            }
        }
    }
}
