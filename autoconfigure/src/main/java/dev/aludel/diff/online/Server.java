package dev.aludel.diff.online;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import java.util.Optional;

/** What a plan asks of the kind of database that it is for. */
public interface Server {

    /** An identifier as it stands in SQL. */
    String quote(String identifier);

    /** What it calls by itself what it makes for a column: {@code users_id_seq}. */
    String nameFor(ObjectName table, String column, String kind);

    /** Whether a column can be forbidden null for new rows first, and for those that are there later. */
    boolean validatesNotNull();

    /** Whether a new column has a value of its own in each row, which must be written there. */
    boolean isWrittenPerRow(AddColumn added);

    /**
     * Whether a change of type writes the table anew, and its values can be converted row by row in both directions instead; not where
     * rows may come by way of another table.
     */
    boolean isConvertedPerRow(AlterColumn altered);

    /** The value of a column as one of another's type, where {@link #isConvertedPerRow} says so. */
    Optional<String> converted(Column from, Column to);
}
