package dev.aludel.dialect;

import dev.aludel.schema.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Looks for what would keep a database from being migrated. It changes nothing. */
public interface Examination {

    /**
     * Examines a database.
     *
     * @param connection in auto-commit
     * @param beside another one, so that a pooler between the two and the server is noticed
     * @param ownSchema the unit's own schema
     * @param versionTable the version table, which may not be there
     */
    List<Diagnosis> of(Connection connection, Connection beside, String ownSchema, ObjectName versionTable)
            throws SQLException;
}
