package dev.aludel.metamodel;

import dev.aludel.schema.ObjectName;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Names of tables and sequences, where the schema that is Hibernate's default is the unit's own, spelled out or not.
 *
 * @param defaultSchema as the database stores it; empty when none is configured
 */
record ObjectNames(String defaultSchema) {

    ObjectName of(Table table) {
        return of(table.getSchemaIdentifier(), table.getNameIdentifier());
    }

    ObjectName of(@Nullable Identifier schema, Identifier name) {
        return ObjectName.of(schema(schema), Names.of(name));
    }

    /** Empty for the unit's own. */
    String schema(@Nullable Identifier schema) {
        String name = schema == null ? "" : Names.of(schema);
        return name.equals(defaultSchema) ? "" : name;
    }
}
