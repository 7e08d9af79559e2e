package dev.aludel.dialect.postgresql.session;

import dev.aludel.dialect.Waits;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits on PostgreSQL. Of the sessions of others a role may see who they are; what they do takes {@code pg_read_all_stats}. */
public final class PostgresWaits implements Waits {

    private static final int LONGEST_QUERY = 80;

    /** The oldest transaction first. A transaction that is prepared has no process, and the number 0. */
    private static final String BLOCKERS = """
            select b.pid, nullif(a.application_name, '') as application, a.usename as role, a.state,
                case when a.state is not null then regexp_replace(btrim(a.query), '\\s+', ' ', 'g') end as query,
                extract(epoch from clock_timestamp() - a.xact_start)::bigint as seconds
            from (select distinct pid from unnest(pg_blocking_pids(?)) pid) b left join pg_stat_activity a on a.pid = b.pid
            order by a.xact_start nulls last, b.pid""";

    private static final String PROGRESS = """
            select lower(command) || ' is ' || phase
                || case when lockers_total > 0 then ', ' || lockers_done || ' of ' || lockers_total || ' are gone' else '' end
            from pg_stat_progress_create_index where pid = ?""";

    @Override
    public List<Blocker> blockers(Connection beside, int process) throws SQLException {
        return Lookup.rows(beside, BLOCKERS, PostgresWaits::blocker, process);
    }

    @Override
    public String progress(Connection beside, int process) throws SQLException {
        return String.join("", Lookup.texts(beside, PROGRESS, process));
    }

    private static Blocker blocker(ResultSet row) throws SQLException {
        int pid = row.getInt("pid");
        if (pid == 0) {
            return new Blocker("a prepared transaction", "commit or roll back what stands in pg_prepared_xacts");
        }
        List<String> parts = new ArrayList<>();
        add(parts, "", row.getString("application"));
        add(parts, "user ", row.getString("role"));
        add(parts, "", row.getString("state"));
        String words = String.join(", ", parts);
        String seconds = row.getString("seconds");
        String query = row.getString("query");
        if (seconds != null) {
            words += " for " + seconds + " s";
        }
        if (query != null && !query.isEmpty()) {
            words += ": '" + (query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) + "…" : query) + "'";
        }
        return new Blocker(
                "pid " + pid + (words.isEmpty() ? "" : " (" + words + ")"), "select pg_terminate_backend(" + pid + ")");
    }

    private static void add(List<String> parts, String prefix, @Nullable String part) {
        if (part != null) {
            parts.add(prefix + part);
        }
    }
}
