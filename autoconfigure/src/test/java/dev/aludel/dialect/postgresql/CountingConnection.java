package dev.aludel.dialect.postgresql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection that counts the statements it runs. */
final class CountingConnection {

    private final AtomicInteger count = new AtomicInteger();
    private final Connection connection;

    CountingConnection(Connection target) {
        connection = wrap(Connection.class, target);
    }

    Connection connection() {
        return connection;
    }

    int count() {
        return count.get();
    }

    private <T> T wrap(Class<T> type, Object target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                count.incrementAndGet();
            }
            Object result;
            try {
                result = method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (result instanceof PreparedStatement) {
                return wrap(PreparedStatement.class, result);
            }
            return result instanceof Statement ? wrap(Statement.class, result) : result;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
