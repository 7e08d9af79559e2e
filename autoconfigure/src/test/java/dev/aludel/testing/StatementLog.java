package dev.aludel.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Notes each statement that real connections execute, for tests that count them. */
public final class StatementLog {

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final Runnable afterwards;

    public StatementLog() {
        this(() -> {});
    }

    /** @param afterwards what is done when a statement was executed, before its connection goes on */
    public StatementLog(Runnable afterwards) {
        this.afterwards = afterwards;
    }

    /** The connection, watched. */
    public Connection watch(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            if (result instanceof PreparedStatement prepared) {
                String sql = String.valueOf(arguments == null ? null : arguments[0]);
                return watch(PreparedStatement.class, prepared, sql);
            }
            return result instanceof Statement statement ? watch(Statement.class, statement, null) : result;
        });
    }

    /** What was executed, in order. */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    private <S extends Statement> S watch(Class<S> type, S statement, @Nullable String prepared) {
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                statements.add(
                        prepared != null || arguments == null
                                ? String.valueOf(prepared)
                                : String.valueOf(arguments[0]));
                Object result = method.invoke(statement, arguments);
                afterwards.run();
                return result;
            }
            return method.invoke(statement, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, Call call) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return call.on(method, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws Exception;
    }
}
