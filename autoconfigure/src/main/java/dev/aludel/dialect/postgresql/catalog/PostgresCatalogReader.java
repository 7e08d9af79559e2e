package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.CatalogReader;
import dev.aludel.schema.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Reads pg_catalog in one read-only snapshot, with eight statements however much there is, and one more for the queries
 * of views.
 *
 * <p>The server's printing functions look past the snapshot: for an object dropped meanwhile they return null. Then the
 * catalogue is read once more; what vanishes even then is left out.
 */
public final class PostgresCatalogReader implements CatalogReader {

    @Override
    public Catalog read(Connection connection, String ownSchema, Set<String> namespaces, Set<ObjectName> views)
            throws SQLException {
        CatalogSnapshot snapshot = snapshot(connection, ownSchema, namespaces, views);
        if (snapshot.isTorn()) {
            snapshot = snapshot(connection, ownSchema, namespaces, views);
        }
        return snapshot.catalog();
    }

    private static CatalogSnapshot snapshot(
            Connection connection, String ownSchema, Set<String> namespaces, Set<ObjectName> views)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute(CatalogQueries.BEGIN);
            }
            return CatalogSnapshot.read(connection, ownSchema, namespaces, views);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
