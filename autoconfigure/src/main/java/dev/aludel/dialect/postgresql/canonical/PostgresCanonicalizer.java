package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.Canonicalizer;
import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.ProvenExpression;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.schema.RenameHint;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Normal form for PostgreSQL: what its catalogue would hold after a creation of the model. */
public final class PostgresCanonicalizer implements Canonicalizer {

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
    public RenameHint normalize(RenameHint hint, String ownSchema) {
        return new RenameHint(
                ModelNormalizer.name(hint.table(), ownSchema),
                hint.column() == null ? null : Identifiers.truncated(hint.column()),
                hint.names().stream().map(Identifiers::truncated).distinct().toList(),
                hint.place());
    }

    @Override
    public Renamed rename(Connection connection, Catalog database, Renames renames) throws SQLException {
        Catalog renamed = new RenamedTexts(connection, database, renames).renamed();
        return new Renamed(renamed, new InnerNames(connection, database, renames).operations());
    }

    @Override
    public Schema nameConstraints(Schema model, Catalog database) {
        return new ConstraintNames(model, database).named();
    }
}
