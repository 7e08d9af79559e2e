package dev.aludel.dialect;

import dev.aludel.operation.PutBack;
import dev.aludel.schema.AuxiliaryObject;
import dev.aludel.schema.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Prints what a database holds beside the relational model, so that it can be made again elsewhere. */
public interface Definitions {

    /**
     * Prints all of it, in a number of statements that does not grow with what there is.
     *
     * @param connection in auto-commit; it is given back so
     * @param ownSchema the unit's own schema
     * @param namespaces the further schemas
     * @param made what is made elsewhere at all: what stands on anything else is omitted
     */
    Printed print(Connection connection, String ownSchema, Set<String> namespaces, Predicate<SchemaObject> made)
            throws SQLException;

    /**
     * The auxiliary objects that are there. Each is made once more, in a transaction that is rolled back.
     *
     * @param connection in auto-commit; it is given back so
     */
    List<AuxiliaryObject> present(Connection connection, List<AuxiliaryObject> objects) throws SQLException;

    /**
     * What a database holds beside the relational model, each after what it stands on.
     *
     * @param beforeTypes extensions and domains, which columns and attributes may have
     * @param beforeTables functions, which defaults, checks and indexes may call
     * @param afterTables views, triggers, partitions and the like
     * @param omitted what cannot be printed, or stands on what is not made
     */
    record Printed(
            List<PutBack> beforeTypes,
            List<PutBack> beforeTables,
            List<PutBack> afterTables,
            List<SchemaObject> omitted) {

        public Printed {
            beforeTypes = List.copyOf(beforeTypes);
            beforeTables = List.copyOf(beforeTables);
            afterTables = List.copyOf(afterTables);
            omitted = List.copyOf(omitted);
        }
    }
}
