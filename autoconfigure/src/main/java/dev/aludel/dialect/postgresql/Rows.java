package dev.aludel.dialect.postgresql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a query and turns its rows into values. */
final class Rows {

    /** Turns the current row into a value. */
    @FunctionalInterface
    interface Reader<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    private Rows() {}

    /** The values of all rows; the parameter stands for every question mark. */
    static <T extends @Nullable Object> List<T> of(
            Connection connection, String sql, @Nullable Array parameter, Reader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            long parameters = sql.chars().filter(c -> c == '?').count();
            for (int i = 1; i <= parameters; i++) {
                statement.setArray(i, parameter);
            }
            List<T> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(reader.read(rows));
                }
            }
            return values;
        }
    }

    /** A column of an array of small integers; empty for null. */
    static List<Integer> numbers(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((Number[]) array.getArray())
                        .map(Number::intValue)
                        .toList();
    }

    /** A column of an array of texts; empty for null. */
    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
