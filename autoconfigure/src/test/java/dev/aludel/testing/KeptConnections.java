package dev.aludel.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/** Connections that are reset when they are closed, and used again. */
final class KeptConnections {

    private final BlockingDeque<Connection> idle = new LinkedBlockingDeque<>();

    Connection take(String url) throws SQLException {
        Connection kept = idle.poll();
        Connection connection = kept == null ? DriverManager.getConnection(url) : kept;
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        giveBack(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private void giveBack(Connection connection) throws SQLException {
        if (idle.contains(connection)) {
            return;
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        connection.setReadOnly(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("discard all");
        }
        idle.push(connection);
    }
}
