package dev.aludel.runner.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection that others may use, and not close. Whether they may end its transaction depends. */
public final class KeptConnection {

    private static final Set<String> ENDS = Set.of("commit", "rollback", "setAutoCommit");

    /** What becomes of the end of a transaction. */
    public enum Ends {
        /** It is an error. */
        REFUSED,
        /** It does nothing: whoever owns the transaction ends it. */
        IGNORED,
        /** It ends. */
        PASSED_ON
    }

    private KeptConnection() {}

    public static Connection of(Connection connection, Ends ends) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, ends, method, arguments));
    }

    private static @Nullable Object call(
            Connection connection, Ends ends, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            return null;
        }
        boolean toSavepoint = method.getName().equals("rollback") && arguments != null && arguments.length > 0;
        if (ENDS.contains(method.getName()) && !toSavepoint && ends != Ends.PASSED_ON) {
            if (ends == Ends.REFUSED) {
                throw new SQLException(
                        "'" + method.getName()
                                + "' would end the transaction of the revision, which is Aludel's. Remove it, or say @Revision(transactional = false)");
            }
            return null;
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
