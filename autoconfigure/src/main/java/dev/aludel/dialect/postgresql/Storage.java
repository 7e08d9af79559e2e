package dev.aludel.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Storage parameters and tablespace of an index, as they stand in SQL. */
final class Storage {

    private Storage() {}

    /** {@code with (fillfactor=70)} and {@code tablespace fast}, where they are set. */
    static List<String> options(ResultSet row, String tablespaceWords) throws SQLException {
        List<String> options = new ArrayList<>();
        List<String> parameters = Rows.texts(row, "reloptions");
        if (!parameters.isEmpty()) {
            options.add("with " + parameters(parameters));
        }
        String tablespace = row.getString("spcname");
        if (tablespace != null) {
            options.add(tablespaceWords + Identifiers.quote(tablespace));
        }
        return options;
    }

    /** {@code (fillfactor=70, buffering=off)} of what the server keeps as {@code fillfactor=70} and so on. */
    static String parameters(List<String> parameters) {
        return parameters.stream()
                .map(parameter -> {
                    int equals = parameter.indexOf('=');
                    String value = parameter.substring(equals + 1);
                    boolean plain =
                            !value.isEmpty() && value.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
                    return parameter.substring(0, equals) + "=" + (plain ? value : Identifiers.literal(value));
                })
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
