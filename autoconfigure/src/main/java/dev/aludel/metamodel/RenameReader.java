package dev.aludel.metamodel;

import dev.aludel.RenamedFrom;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.RenameHint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** What {@link RenamedFrom} says of entities, attributes, and the attributes of embeddables. */
final class RenameReader {

    private final Mapping mapping;
    private final FormerNames names;
    private final Members members = new Members();
    private final List<RenameHint> hints = new ArrayList<>();

    RenameReader(Mapping mapping) {
        this.mapping = mapping;
        this.names = new FormerNames(mapping);
    }

    /** The hints, by the names of the entities. */
    List<RenameHint> read() {
        mapping.metadata().getEntityBindings().stream()
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .forEach(this::entity);
        return List.copyOf(hints);
    }

    private void entity(PersistentClass entity) {
        Class<?> type = entity.getMappedClass();
        if (type == null) {
            return;
        }
        PersistentClass parent = entity.getSuperclass();
        boolean ownTable = parent == null || !parent.getTable().equals(entity.getTable());
        RenamedFrom renamed = type.getDeclaredAnnotation(RenamedFrom.class);
        if (renamed != null && ownTable && isPhysical(entity.getTable())) {
            hints.add(new RenameHint(
                    mapping.names().of(entity.getTable()), null, names.ofEntity(renamed), type.getSimpleName()));
        }
        if (parent == null) {
            identifier(entity, type);
        }
        // in which order a mapping has them depends on how far Hibernate is
        entity.getProperties().stream()
                .sorted(Comparator.comparing(Property::getName))
                .forEach(property -> attribute(type, property));
    }

    /** An identifier of several attributes is a component, whether an embeddable or an id class describes it. */
    private void identifier(PersistentClass entity, Class<?> type) {
        Property property = entity.getIdentifierProperty();
        if (property != null) {
            attribute(type, property);
        } else if (entity.getIdentifier() instanceof Component component) {
            component.getProperties().forEach(part -> attribute(type, part));
        }
    }

    private void attribute(Class<?> owner, Property property) {
        Value value = property.getValue();
        Optional<RenamedFrom> renamed = members.of(owner, property.getName());
        String place = owner.getSimpleName() + "." + property.getName();
        renamed.ifPresent(annotation -> value(annotation, property.getName(), value, place));
        embedded(value);
        if (value instanceof Collection collection) {
            embedded(collection.getElement());
        }
    }

    private void embedded(@Nullable Value value) {
        if (value instanceof Component component && component.getComponentClassName() != null) {
            component.getProperties().forEach(part -> attribute(component.getComponentClass(), part));
        }
    }

    private void value(RenamedFrom renamed, String attribute, Value value, String place) {
        if (value instanceof Collection collection) {
            collection(renamed, attribute, collection, place);
        } else {
            columns(renamed, attribute, value, place);
        }
    }

    private void collection(RenamedFrom renamed, String attribute, Collection collection, String place) {
        if (collection.isInverse()) {
            return;
        }
        if (!collection.isOneToMany()) {
            Table table = collection.getCollectionTable();
            if (isPhysical(table)) {
                ObjectName name = mapping.names().of(table);
                hints.add(new RenameHint(name, null, names.ofTable(renamed, attribute, name.name()), place));
            }
            columns(renamed, attribute, collection.getElement(), place);
        }
        if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
            columns(renamed, attribute, indexed.getIndex(), place);
        }
        columns(renamed, attribute, collection.getKey(), place);
    }

    private void columns(RenamedFrom renamed, String attribute, Value value, String place) {
        Table table = value.getTable();
        if (table == null || !isPhysical(table)) {
            return;
        }
        List<Column> columns = value.getColumns();
        for (Column column : columns) {
            String name = Names.of(column);
            List<String> former = names.ofColumn(renamed, attribute, name, columns.size() == 1);
            if (!former.isEmpty()) {
                hints.add(new RenameHint(mapping.names().of(table), name, former, place));
            }
        }
    }

    private static boolean isPhysical(Table table) {
        return table.isPhysicalTable() && !table.isView();
    }
}
