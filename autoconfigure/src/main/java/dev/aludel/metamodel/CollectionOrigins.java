package dev.aludel.metamodel;

import dev.aludel.schema.Origin;
import java.util.Collection;
import java.util.Comparator;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Map;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;

/** The tables of collections, and the columns that a collection of entities has in their table. */
record CollectionOrigins(OriginsCollector collector, ValueOrigins values, Reasons reasons) {

    void read(Collection<org.hibernate.mapping.Collection> collections) {
        collections.stream()
                .sorted(Comparator.comparing(org.hibernate.mapping.Collection::getRole))
                .forEach(this::read);
    }

    private void read(org.hibernate.mapping.Collection collection) {
        String path = path(collection);
        if (!collection.isInverse()) {
            owned(collection, path);
        }
        if (collection instanceof IndexedCollection indexed && !indexed.hasMapKeyProperty()) {
            index(indexed, path);
        }
    }

    /** What an inverse collection has is the other side's. */
    private void owned(org.hibernate.mapping.Collection collection, String path) {
        Table table = collection.getCollectionTable();
        if (collection.isOneToMany()) {
            values.key(table, collection.getKey(), Origin.of(path));
            return;
        }
        collector.owner(table, Origin.of(path));
        values.key(table, collection.getKey(), new Origin(path, "owner"));
        values.value(table, collection.getElement(), new Origin(path, "element"));
        if (collection instanceof IdentifierCollection identified) {
            collector.value(table, identified.getIdentifier(), new Origin(path, "id"));
        }
        if (collection.getSoftDeleteColumn() != null) {
            collector.column(table, collection.getSoftDeleteColumn(), new Origin(path, "soft delete"));
        }
        if (collection.isSet()) {
            reasons.set(collection);
        }
    }

    private void index(IndexedCollection collection, String path) {
        String role = collection instanceof Map ? "key" : "order";
        values.value(collection.getCollectionTable(), collection.getIndex(), new Origin(path, role));
    }

    /** {@code User.address.phones}, from Hibernate's {@code com.example.User.address.phones}. */
    private static String path(org.hibernate.mapping.Collection collection) {
        PersistentClass owner = collection.getOwner();
        return EntityNames.of(owner)
                + collection.getRole().substring(owner.getEntityName().length());
    }
}
