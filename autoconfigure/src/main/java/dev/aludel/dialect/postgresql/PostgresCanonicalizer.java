package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.Canonicalizer;
import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.ProvenExpression;
import dev.aludel.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Normal form for PostgreSQL: what its catalogue would hold after a creation of the model. */
final class PostgresCanonicalizer implements Canonicalizer {

    @Override
    public Schema normalize(Schema model, String ownSchema) {
        return new ModelNormalizer(model, ownSchema).normalized();
    }

    @Override
    public Proof prove(Connection connection, Schema model, Catalog database, List<ProvenExpression> known)
            throws SQLException {
        return new ExpressionProof(connection, model, database, known).prove();
    }

    @Override
    public Schema nameConstraints(Schema model, Catalog database) {
        return new ConstraintNames(model, database).named();
    }
}
