package dev.aludel.dialect.postgresql.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the catalogue a small question. */
public final class Lookup {

    private Lookup() {}

    /** The first column of all rows, as text; null where it is null. */
    public static List<String> texts(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        return rows(connection, sql, row -> row.getString(1), arguments);
    }

    public static <T> List<T> rows(
            Connection connection, String sql, Rows.Reader<T> reader, @Nullable Object... arguments)
            throws SQLException {
        return OwnStatement.rows(
                connection,
                sql,
                statement -> {
                    for (int i = 0; i < arguments.length; i++) {
                        statement.setObject(i + 1, arguments[i]);
                    }
                },
                reader);
    }
}
