package dev.aludel.metamodel;

import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;

/** What every reader needs to know of the mapping: Hibernate's metadata and how its names and orders are to be read. */
record Mapping(
        MetadataImplementor metadata,
        SqlStringGenerationContext context,
        ObjectNames names,
        KeyOrder order,
        ValuesReader values) {

    Dialect dialect() {
        return metadata.getDatabase().getDialect();
    }

    IdentifierHelper identifiers() {
        return metadata.getDatabase().getJdbcEnvironment().getIdentifierHelper();
    }
}
