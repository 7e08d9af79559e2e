package dev.aludel.compare;

import dev.aludel.schema.ObjectName;
import java.sql.Connection;

/**
 * The database that a metamodel is compared with.
 *
 * @param connection left as it was
 * @param own the schema of the objects that name none
 * @param versionTable which is not compared; without schema where it stands in the unit's own
 */
public record ComparedDatabase(Connection connection, String own, ObjectName versionTable) {

    public ComparedDatabase {
        versionTable = versionTable.schema().equals(own) ? ObjectName.of(versionTable.name()) : versionTable;
    }
}
