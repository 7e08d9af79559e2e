package dev.aludel.dialect;

import dev.aludel.schema.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Reads a database's catalogue, in a number of statements that does not grow with the number of tables. */
public interface CatalogReader {

    /**
     * Reads in one read-only transaction of its own, which is ended when it returns.
     *
     * @param connection in auto-commit, its search path set (see {@link Sessions})
     * @param ownSchema the unit's own schema: its objects get an empty schema name
     * @param namespaces the further schemas to read; those that do not exist are left out of the result
     * @param views the views whose queries are wanted: they are part of the schema, the others are only named
     */
    Catalog read(Connection connection, String ownSchema, Set<String> namespaces, Set<ObjectName> views)
            throws SQLException;

    /** The same without the queries of views. */
    default Catalog read(Connection connection, String ownSchema, Set<String> namespaces) throws SQLException {
        return read(connection, ownSchema, namespaces, Set.of());
    }
}
