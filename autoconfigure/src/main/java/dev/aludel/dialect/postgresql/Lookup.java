package dev.aludel.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks the catalogue a small question. */
final class Lookup {

    private Lookup() {}

    /** The first column of all rows, as text; null where it is null. */
    static List<String> texts(Connection connection, String sql, Object... arguments) throws SQLException {
        return rows(connection, sql, row -> row.getString(1), arguments);
    }

    static <T> List<T> rows(Connection connection, String sql, Rows.Reader<T> reader, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(reader.read(rows));
                }
                return values;
            }
        }
    }
}
