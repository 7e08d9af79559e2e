package dev.aludel.dialect.postgresql.session;

import dev.aludel.dialect.Waits.Blocker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells who holds the lock between processes: what his session does and for how long, and the statement that ends it. */
final class LockHolder {

    private static final String HOLDER = """
            select l.pid, a.application_name, a.usename, pg_catalog.host(a.client_addr) as host, a.state,
                cast(extract(epoch from pg_catalog.clock_timestamp() operator(pg_catalog.-) a.backend_start) as pg_catalog.int8) as connected,
                cast(extract(epoch from pg_catalog.clock_timestamp() operator(pg_catalog.-) a.state_change) as pg_catalog.int8) as since
            from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid operator(pg_catalog.=) l.pid
            where l.locktype operator(pg_catalog.=) 'advisory' and l.granted and l.objsubid operator(pg_catalog.=) 1
                and l.database operator(pg_catalog.=) (select d.oid from pg_catalog.pg_database d
                    where d.datname operator(pg_catalog.=) pg_catalog.current_database())
                and ((cast(l.classid as pg_catalog.int8) operator(pg_catalog.<<) 32)
                    operator(pg_catalog.|) cast(l.objid as pg_catalog.int8)) operator(pg_catalog.=) ?""";

    private LockHolder() {}

    static Optional<Blocker> of(Connection connection, long lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, lock);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(holder(row)) : Optional.empty();
            }
        }
    }

    private static Blocker holder(ResultSet row) throws SQLException {
        int pid = row.getInt("pid");
        List<String> parts = new ArrayList<>();
        add(parts, "%s", row.getString("application_name"));
        add(parts, "user %s", row.getString("usename"));
        add(parts, "at %s", row.getString("host"));
        add(parts, "connected for %s s", row.getString("connected"));
        String state = row.getString("state");
        if (state != null) {
            add(parts, state + " for %s s", row.getString("since"));
        }
        return new Blocker(
                "pid " + pid + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")"),
                "select pg_terminate_backend(" + pid + ")");
    }

    private static void add(List<String> parts, String format, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parts.add(format.formatted(value));
        }
    }
}
