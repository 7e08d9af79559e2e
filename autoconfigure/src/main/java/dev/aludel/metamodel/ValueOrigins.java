package dev.aludel.metamodel;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Origin;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.Value;
import org.hibernate.type.SqlTypes;

/** The columns of attributes, down into embeddables. */
record ValueOrigins(OriginsCollector collector, Reasons reasons, MetadataImplementor metadata, ObjectNames names) {

    /** @param owner the path of the entity or embeddable that declares it */
    void attribute(Table table, Property property, String owner) {
        value(table, property.getValue(), new Origin(owner + "." + property.getName(), ""));
    }

    void value(Table table, Value value, Origin origin) {
        if (value instanceof Component component) {
            component(table, component, origin);
        } else if (!(value instanceof Collection) && !(value instanceof OneToMany)) {
            collector.value(table, value, origin);
            if (isReference(value)) {
                collector.reference(table, value, origin);
            }
            if (value instanceof BasicValue basic) {
                reasons.values(table, basic);
                enumeration(basic, origin);
            }
        }
    }

    /** A key that refers to the owner's table. */
    void key(Table table, Value key, Origin origin) {
        collector.value(table, key, origin);
        collector.reference(table, key, origin);
    }

    static boolean isReference(Value value) {
        return value instanceof ToOne;
    }

    private void enumeration(BasicValue value, Origin origin) {
        int code = value.getResolution().getJdbcType().getDdlTypeCode();
        if (code == SqlTypes.NAMED_ENUM || code == SqlTypes.NAMED_ORDINAL_ENUM) {
            OriginsCollector.columns(value).forEach(column -> {
                String type = Names.ofPrinted(column.getSqlType(metadata));
                collector.type(ObjectName.of(type), origin);
            });
        }
    }

    private void component(Table table, Component component, Origin origin) {
        if (component.getAggregateColumn() != null) {
            collector.column(table, component.getAggregateColumn(), origin);
            QualifiedName struct = component.getStructName();
            if (struct != null) {
                collector.type(names.of(struct.getSchemaName(), struct.getObjectName()), origin);
            }
            return;
        }
        component.getProperties().forEach(property -> attribute(table, property, origin.path()));
    }
}
