package dev.aludel.dialect;

import dev.aludel.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads a table of Aludel's own only where it is exactly what Aludel made. What somebody else planted in its place runs his code as
 * soon as a statement names it, in the name of whoever migrates, or tells him what is not so.
 */
public interface TableGuard {

    /**
     * Reads rows, in one round trip where the connection is in auto-commit; no statement that names the table is planned before the
     * catalogue was asked about it.
     *
     * @param select the query, whose result is read only where nothing deviates
     */
    <T> GuardedRows<T> read(Connection connection, OwnTable table, String select, RowReader<T> reader)
            throws SQLException;

    /** Tells all that is not as it was made; {@link Deviation.Kind#ABSENT} alone where there is no such table. */
    List<Deviation> deviations(Connection connection, OwnTable table) throws SQLException;

    /** The statement that leaves one row of each primary key, and makes the key again. */
    String removalOfDuplicates(Table table);

    /**
     * A table as it was made.
     *
     * @param table without schema where it is looked for in the connection's current one
     * @param forWriting whether it is about to be written: then its owner must be trusted also by a role that otherwise only reads it
     */
    record OwnTable(Table table, boolean forWriting) {}

    /**
     * Rows, or why there are none.
     *
     * @param rows empty where something deviates
     */
    record GuardedRows<T>(List<T> rows, List<Deviation> deviations) {

        public GuardedRows {
            rows = Collections.unmodifiableList(new ArrayList<>(rows)); // a value may be null
            deviations = List.copyOf(deviations);
        }
    }

    /** Turns the current row into a value. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
