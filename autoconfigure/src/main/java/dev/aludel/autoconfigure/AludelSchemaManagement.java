package dev.aludel.autoconfigure;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/**
 * Tells Boot that the migrated DataSource's schema is looked after, so that it sets no {@code ddl-auto} of its own. An embedded
 * H2, HSQLDB or Derby is not looked after: there Boot lets Hibernate make the schema.
 */
final class AludelSchemaManagement implements SchemaManagementProvider {

    private final ApplicationUnits units;
    private final MigratedDatabase database;

    AludelSchemaManagement(ApplicationUnits units, MigratedDatabase database) {
        this.units = units;
        this.database = database;
    }

    @Override
    public SchemaManagement getSchemaManagement(DataSource dataSource) {
        return (units.dataSources().contains(dataSource)
                                || database.dataSource().equals(dataSource))
                        && !EmbeddedDatabaseConnection.isEmbedded(dataSource)
                ? SchemaManagement.MANAGED
                : SchemaManagement.UNMANAGED;
    }
}
