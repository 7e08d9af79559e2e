package dev.aludel.metamodel;

import dev.aludel.schema.Origins.Reason;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.mapping.Table;

/** What Hibernate adds to a mapping by itself, each since a version of its own (its migration guides). */
record Reasons(OriginsCollector collector) {

    void version(Property version) {
        notNull(version, "Hibernate 7.3 and later makes a version not null");
    }

    void timestamp(Property timestamp) {
        notNull(timestamp, "Hibernate 7.4 and later makes a generated timestamp not null");
    }

    private void notNull(Property property, String text) {
        for (Column column : OriginsCollector.columns(property.getValue())) {
            collector.reason(property.getValue().getTable(), Reason.Kind.NOT_NULL, List.of(column), text);
        }
    }

    /** The elements of a set, which may be null or else would be part of a primary key. */
    void set(Collection set) {
        List<Column> columns = new ArrayList<>(OriginsCollector.columns(set.getKey()));
        columns.addAll(OriginsCollector.columns(set.getElement()));
        collector.reason(
                set.getCollectionTable(),
                Reason.Kind.UNIQUE,
                columns,
                "Hibernate 7.4 and later makes the elements of a set unique");
    }

    /** The values of an enum. */
    void values(Table table, BasicValue value) {
        List<Column> columns = OriginsCollector.columns(value);
        boolean checked = columns.size() == 1 && columns.get(0).hasCheckConstraint();
        if (checked
                && value.getResolution().getDomainJavaType().getJavaTypeClass().isEnum()) {
            collector.reason(table, Reason.Kind.CHECK, columns, "Hibernate 6.2 and later checks the values of an enum");
        }
    }

    /** The names of the subclasses. */
    void discriminator(RootClass root) {
        collector.reason(
                root.getTable(),
                Reason.Kind.CHECK,
                OriginsCollector.columns(root.getDiscriminator()),
                "Hibernate 7.0 and later checks the values of a discriminator");
    }

    /** Attributes that only some rows of a shared table must have. */
    void required(SingleTableSubclass subclass) {
        List<Column> columns = new ArrayList<>(OriginsCollector.columns(subclass.getDiscriminator()));
        for (Property property : subclass.getUnjoinedProperties()) {
            if (!property.isComposite() && !property.isOptional()) {
                columns.addAll(OriginsCollector.columns(property.getValue()));
            }
        }
        collector.reason(
                subclass.getTable(),
                Reason.Kind.CHECK,
                columns,
                "Hibernate 7.1 and later checks the required attributes of a subclass");
    }
}
