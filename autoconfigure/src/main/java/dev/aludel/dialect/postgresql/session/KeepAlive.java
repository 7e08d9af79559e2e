package dev.aludel.dialect.postgresql.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.Driver;

/**
 * Lets both ends of a migrating connection notice within seconds that the other is gone, so that the lock between processes is not held
 * for one that is not there any more (PostgreSQL manual, TCP Settings).
 */
final class KeepAlive {

    /** Without a word for so long, the other end is asked for a sign of life. */
    static final int IDLE_SECONDS = 5;

    static final int INTERVAL_SECONDS = 3;

    /** So many times in vain, and it is gone. */
    static final int COUNT = 3;

    private static final int LOGIN_SECONDS = 60;

    /** A server that does not know a setting has no row of it. */
    private static final String SET =
            """
            select s.name, pg_catalog.current_setting(s.name, true) as present, pg_catalog.set_config(s.name, s.value, false)
            from (values (cast('tcp_keepalives_idle' as pg_catalog.text), cast('%1$d' as pg_catalog.text)),
                ('tcp_keepalives_interval', '%2$d'), ('tcp_keepalives_count', '%3$d'), ('tcp_user_timeout', '%4$d')) s (name, value)
            where pg_catalog.current_setting(s.name, true) is not null""".formatted(IDLE_SECONDS, INTERVAL_SECONDS, COUNT, 1000 * (IDLE_SECONDS + COUNT * INTERVAL_SECONDS));

    /** Amid a statement the server looks at its socket only if it is told to. */
    private static final String CHECK = """
            select 'client_connection_check_interval', pg_catalog.current_setting('client_connection_check_interval'),
                pg_catalog.set_config('client_connection_check_interval', '2000', false)""";

    private KeepAlive() {}

    /** Sets it on the server, and tells what was set before. */
    static Map<String, String> set(Connection connection) throws SQLException {
        Map<String, String> before = new HashMap<>();
        run(connection, SET, before);
        try {
            run(connection, CHECK, before);
        } catch (SQLException e) {
            // a server on a platform that cannot look at a socket refuses it (PostgreSQL manual,
            // client_connection_check_interval)
            before.remove("client_connection_check_interval");
        }
        return before;
    }

    private static void run(Connection connection, String sql, Map<String, String> before) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                before.put(rows.getString(1), rows.getString(2));
            }
        }
    }

    /** What the driver is told of a connection that migrates, by the driver's names. */
    static Map<String, String> driverProperties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("tcpKeepAlive", "true");
        properties.put("loginTimeout", String.valueOf(LOGIN_SECONDS));
        if (isSeenByDriver(KeepAliveSocketFactory.class)) {
            properties.put("socketFactory", KeepAliveSocketFactory.class.getName());
        }
        return Map.copyOf(properties);
    }

    /** A driver of the server's own, beside the application, finds no class of the application. */
    private static boolean isSeenByDriver(Class<?> type) {
        try {
            return Class.forName(type.getName(), false, Driver.class.getClassLoader()) == type;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
