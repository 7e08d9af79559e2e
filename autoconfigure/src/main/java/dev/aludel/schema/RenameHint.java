package dev.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says of the past of a table or a column: under which names it may be found in a database. It counts only where
 * the database has such a name and not yet the new one, so that it may stay in the code.
 *
 * @param table the table, as it is called now
 * @param column the column, as it is called now; null where the table itself was renamed
 * @param names the names it may have had, the likeliest first; those of tables perhaps with their schema
 * @param place who says so, for messages: {@code User.fullName}
 */
public record RenameHint(ObjectName table, @Nullable String column, List<String> names, String place) {

    public RenameHint {
        names = List.copyOf(names);
    }
}
