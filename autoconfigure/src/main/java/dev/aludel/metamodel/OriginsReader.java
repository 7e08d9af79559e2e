package dev.aludel.metamodel;

import dev.aludel.schema.Origin;
import dev.aludel.schema.Origins;
import java.util.Comparator;
import java.util.List;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.JoinedSubclass;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;

/** Reads from Hibernate's mapping which entity and attribute each piece of the schema comes from, in one walk. */
final class OriginsReader {

    private final OriginsCollector collector;
    private final ValueOrigins values;
    private final Reasons reasons;

    private OriginsReader(OriginsCollector collector, MetadataImplementor metadata, ObjectNames names) {
        this.collector = collector;
        this.reasons = new Reasons(collector);
        this.values = new ValueOrigins(collector, reasons, metadata, names);
    }

    static Origins read(MetadataImplementor metadata, Generators generators, ObjectNames names) {
        SpringBootThreeNames formerNames =
                SpringBootThreeNames.of(metadata.getMetadataBuildingOptions().getPhysicalNamingStrategy());
        OriginsCollector collector = new OriginsCollector(names, formerNames);
        OriginsReader reader = new OriginsReader(collector, metadata, names);
        metadata.getEntityBindings().stream()
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .forEach(reader::entity);
        new CollectionOrigins(collector, reader.values, reader.reasons).read(metadata.getCollectionBindings());
        new GeneratorOrigins(collector, reader.reasons, names).read(metadata, generators);
        return collector.origins();
    }

    private void entity(PersistentClass entity) {
        String name = EntityNames.of(entity);
        Table table = entity.getTable();
        if (entity instanceof UnionSubclass) {
            collector.owner(table, Origin.of(name));
            for (PersistentClass each = entity; each != null; each = each.getSuperclass()) {
                attributes(each, each.getTable(), table);
            }
            return;
        }
        if (entity instanceof JoinedSubclass) {
            String role = "joined to " + EntityNames.of(entity.getSuperclass());
            collector.owner(table, Origin.of(name));
            values.key(table, entity.getKey(), new Origin(name, role));
        } else if (entity instanceof RootClass root) {
            collector.owner(table, Origin.of(name));
            root(root, name);
        } else if (entity instanceof SingleTableSubclass subclass) {
            reasons.required(subclass);
        }
        attributes(entity, table, table);
    }

    private void root(RootClass root, String name) {
        if (root.getDiscriminator() != null) {
            collector.value(root.getTable(), root.getDiscriminator(), new Origin(name, Origin.DISCRIMINATOR));
            reasons.discriminator(root);
        }
        if (root.getSoftDeleteColumn() != null) {
            collector.column(root.getTable(), root.getSoftDeleteColumn(), new Origin(name, "soft delete"));
        }
        if (root.getVersion() != null) {
            reasons.version(root.getVersion());
        }
    }

    /** The attributes that an entity declares; those of its own table are found in another one for a TABLE_PER_CLASS child. */
    private void attributes(PersistentClass entity, Table own, Table found) {
        String name = EntityNames.of(entity);
        if (entity instanceof RootClass root) {
            identifier(root, found, name);
        }
        for (Property property : entity.getUnjoinedProperties()) {
            if (isAttribute(property)) {
                Table table = property.getValue().getTable();
                values.attribute(table.equals(own) ? found : table, property, name);
            }
        }
        entity.getJoins().forEach(join -> join(join, name));
    }

    private void identifier(RootClass root, Table table, String name) {
        Property identifier = root.getIdentifierProperty();
        if (identifier != null) {
            values.attribute(table, identifier, name);
        } else if (root.getIdentifier() instanceof Component component) {
            component.getProperties().forEach(property -> values.attribute(table, property, name));
        }
    }

    /** A secondary table, or the join table of a single reference. */
    private void join(Join join, String name) {
        List<Property> properties = join.getProperties();
        properties.stream()
                .filter(OriginsReader::isAttribute)
                .forEach(property -> values.attribute(join.getTable(), property, name));
        boolean joinTable = properties.size() == 1
                && ValueOrigins.isReference(properties.get(0).getValue());
        String path = joinTable ? name + "." + properties.get(0).getName() : name;
        collector.owner(join.getTable(), joinTable ? Origin.of(path) : new Origin(name, "secondary table"));
        values.key(join.getTable(), join.getKey(), new Origin(path, joinTable ? "owner" : "secondary table"));
    }

    /** What the user declared, rather than Hibernate's own helpers, such as the way back from a collection's element. */
    private static boolean isAttribute(Property property) {
        return !property.isBackRef() && !property.isSynthetic();
    }
}
