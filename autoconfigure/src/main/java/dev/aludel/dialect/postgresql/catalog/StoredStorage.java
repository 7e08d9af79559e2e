package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.postgresql.session.Rows;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.StorageParameters;
import dev.aludel.schema.TableOptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Storage parameters and tablespaces as the catalogue has them. */
final class StoredStorage {

    private StoredStorage() {}

    /** Reads the options of a table. */
    static TableOptions table(ResultSet row) throws SQLException {
        List<String> parameters = new ArrayList<>(Rows.texts(row, "reloptions"));
        Rows.texts(row, "toast_options").forEach(option -> parameters.add("toast." + option));
        String partitions = row.getString("partitions");
        return new TableOptions(
                parameters.stream()
                        .map(parameter -> parameter.toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                row.getString("spcname"),
                partitions == null ? "" : "partition by " + partitions);
    }

    /** Reads {@code with (fillfactor=70)} and {@code tablespace fast}, where they are set. */
    static List<String> index(ResultSet row, String tablespaceWords) throws SQLException {
        List<String> options = new ArrayList<>();
        List<String> parameters = Rows.texts(row, "reloptions");
        if (!parameters.isEmpty()) {
            options.add("with " + StorageParameters.text(parameters));
        }
        String tablespace = row.getString("spcname");
        if (tablespace != null) {
            options.add(tablespaceWords + Identifiers.quote(tablespace));
        }
        return options;
    }
}
