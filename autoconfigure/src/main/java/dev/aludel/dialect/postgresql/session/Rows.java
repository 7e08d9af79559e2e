package dev.aludel.dialect.postgresql.session;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs a query and turns its rows into values. */
public final class Rows {

    /** Turns the current row into a value. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with the current row. */
    @FunctionalInterface
    public interface Action {
        void accept(ResultSet row) throws SQLException;
    }

    private Rows() {}

    /** The values of all rows; the parameter stands for every question mark. */
    public static <T> List<T> of(Connection connection, String sql, Array parameter, Reader<T> reader)
            throws SQLException {
        List<T> values = new ArrayList<>();
        each(connection, sql, parameter, row -> values.add(reader.read(row)));
        return values;
    }

    public static void each(Connection connection, String sql, Array parameter, Action action) throws SQLException {
        long parameters = sql.chars().filter(c -> c == '?').count();
        OwnStatement.each(
                connection,
                sql,
                statement -> {
                    for (int i = 1; i <= parameters; i++) {
                        statement.setArray(i, parameter);
                    }
                },
                action);
    }

    /** A column of an array of small integers; empty for null. */
    public static List<Integer> numbers(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((Number[]) array.getArray())
                        .map(Number::intValue)
                        .toList();
    }

    /** A column of an array of texts; empty for null. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
