package dev.aludel.dialect;

import dev.aludel.operation.Operation;
import dev.aludel.schema.RenameHint;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Brings a schema into normal form, so that comparing is {@code equals}. */
public interface Canonicalizer {

    /** The normal form of what the metamodel says, as far as no server is needed: types, literals, enum checks, long names. */
    Schema normalize(Schema model, String ownSchema);

    /**
     * Asks the server about expressions that still differ as text from what the database holds in the same place: it
     * parses the model's text on a temporary copy and prints it back. Nothing is left behind.
     *
     * @param connection in auto-commit; it is given back so
     * @param model in normal form
     * @param database what the model is compared with
     * @param known pairs that were proven before, which need no proof
     */
    Proof prove(Connection connection, Schema model, Catalog database, List<ProvenExpression> known)
            throws SQLException;

    /** A hint with its names as the database stores them. */
    RenameHint normalize(RenameHint hint, String ownSchema);

    /**
     * What a database would hold after renames, texts included: the server reads each text that speaks of a renamed column on a
     * temporary table, renames the column there and prints it back. Nothing is left behind.
     *
     * @param connection in auto-commit; it is given back so
     */
    Renamed rename(Connection connection, Catalog database, Renames renames) throws SQLException;

    /**
     * A database after renames.
     *
     * @param inner the operations that let follow what a schema does not speak of: the sequences behind identity columns, the names
     *     of not-null constraints
     */
    record Renamed(Catalog database, List<Operation> inner) {}

    /** The model with each unnamed constraint named as the server would name it in that database. */
    Schema nameConstraints(Schema model, Catalog database);

    /**
     * What the proof found.
     *
     * @param model the model whose equal expressions carry the server's text
     * @param proven the pairs that it rests on
     * @param unproven a line for each expression that could not be proven, with the reason
     */
    record Proof(Schema model, List<ProvenExpression> proven, List<String> unproven) {}
}
