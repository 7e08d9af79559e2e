package dev.aludel.metamodel;

import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.DefaultSchemaFilter;
import org.hibernate.tool.schema.internal.DefaultSchemaFilterProvider;
import org.hibernate.tool.schema.spi.SchemaFilter;

/** An application's choice of what Hibernate creates. */
public final class NoLegacy extends DefaultSchemaFilterProvider {

    @Override
    public SchemaFilter getCreateFilter() {
        return new DefaultSchemaFilter() {
            @Override
            public boolean includeTable(Table table) {
                return !table.getName().startsWith("legacy_");
            }
        };
    }
}
