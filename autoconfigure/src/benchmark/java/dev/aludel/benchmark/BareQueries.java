package dev.aludel.benchmark;

import dev.aludel.dialect.postgresql.PostgresDialect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The statements of the catalogue's reader without the reader: what the server and the wire cost. */
final class BareQueries {

    private final List<Query> queries;

    private BareQueries(List<Query> queries) {
        this.queries = queries;
    }

    /** Notes what one reading asks. */
    static BareQueries of(Connection connection) throws SQLException {
        List<Query> queries = new ArrayList<>();
        Connection noting = (Connection) Proxy.newProxyInstance(
                BareQueries.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result = invoke(method, connection, arguments);
                    if (!(result instanceof PreparedStatement statement)) {
                        return result;
                    }
                    Query query = new Query(String.valueOf(arguments[0]), new TreeMap<>());
                    queries.add(query);
                    return query.noting(statement);
                });
        new PostgresDialect().reader().read(noting, "public", Set.of(), Set.of());
        return new BareQueries(List.copyOf(queries));
    }

    /** Runs them all and fetches all rows. */
    void run(Connection connection) throws SQLException {
        for (Query query : queries) {
            query.run(connection);
        }
    }

    private static Object invoke(java.lang.reflect.Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private record Query(String sql, TreeMap<Integer, Array> parameters) {

        PreparedStatement noting(PreparedStatement statement) {
            return (PreparedStatement) Proxy.newProxyInstance(
                    BareQueries.class.getClassLoader(),
                    new Class<?>[] {PreparedStatement.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("setArray")) {
                            parameters.put((Integer) arguments[0], (Array) arguments[1]);
                        }
                        return invoke(method, statement, arguments);
                    });
        }

        void run(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (var parameter : parameters.entrySet()) {
                    statement.setArray(parameter.getKey(), parameter.getValue());
                }
                try (ResultSet rows = statement.executeQuery()) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            rows.getString(column);
                        }
                    }
                }
            }
        }
    }
}
