package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.Renderer;
import dev.aludel.dialect.Sessions;
import dev.aludel.schema.ObjectName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sessions of PostgreSQL. The lock is an advisory lock of the session: it ends with the session, however that ends. */
final class PostgresSessions implements Sessions {

    /** undefined_table, invalid_schema_name (PostgreSQL manual, Appendix A). */
    private static final Set<String> MISSING_TABLE = Set.of("42P01", "3F000");

    private static final String READ_ONLY = "25006";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** What is set is computed from what was found, so that it is found first. */
    private static final String PREPARE = """
            with found as materialized (
                select coalesce(?, current_schema()) as own_schema, current_setting('search_path') as search_path,
                    current_setting('lock_timeout') as lock_timeout,
                    current_setting('statement_timeout') as statement_timeout)
            select f.*,
                set_config('search_path', case when f.own_schema is null then f.search_path
                    else concat_ws(', ', quote_ident(f.own_schema), nullif(f.search_path, '')) end, false) as path,
                set_config('lock_timeout', coalesce(?, f.lock_timeout), false) as lock_wait,
                set_config('statement_timeout', coalesce(?, f.statement_timeout), false) as longest
            from found f""";

    private final Renderer renderer;

    PostgresSessions(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public State prepare(
            Connection connection,
            @Nullable String ownSchema,
            @Nullable Duration lockTimeout,
            @Nullable Duration statementTimeout)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PREPARE)) {
            statement.setString(1, ownSchema);
            statement.setString(2, millis(lockTimeout));
            statement.setString(3, millis(statementTimeout));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new State(
                        row.getString("own_schema"),
                        row.getString("search_path"),
                        row.getString("lock_timeout"),
                        row.getString("statement_timeout"));
            }
        }
    }

    private static @Nullable String millis(@Nullable Duration duration) {
        return duration == null ? null : Long.toString(duration.toMillis());
    }

    @Override
    public List<String> preparation(String ownSchema) {
        String further = ownSchema.equals("public") ? "" : ", public";
        return List.of("set search_path to " + renderer.quote(ownSchema) + further);
    }

    @Override
    public String restore(State state) {
        return "select set_config('search_path', %s, false), set_config('lock_timeout', %s, false), set_config('statement_timeout', %s, false)"
                .formatted(
                        renderer.literal(state.searchPath()),
                        renderer.literal(state.lockTimeout()),
                        renderer.literal(state.statementTimeout()));
    }

    @Override
    public String readOnly() {
        return "set transaction read only";
    }

    @Override
    public boolean isReadOnly(SQLException failure) {
        return READ_ONLY.equals(failure.getSQLState());
    }

    @Override
    public boolean liftLockTimeout(Connection connection, Duration present, boolean untilCommit) throws SQLException {
        String lift =
                "select set_config('lock_timeout', '0', ?) from pg_settings where name = 'lock_timeout' and setting = ?";
        return !Lookup.texts(connection, lift, untilCommit, Long.toString(present.toMillis()))
                .isEmpty();
    }

    @Override
    public String lockTimeout(Duration timeout) {
        return "set lock_timeout = " + timeout.toMillis();
    }

    @Override
    public String inCurrentSchema() {
        return "tableoid in (select oid from pg_class where relnamespace = current_schema()::regnamespace)";
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return MISSING_TABLE.contains(failure.getSQLState());
    }

    @Override
    public boolean isLockTimeout(SQLException failure) {
        return LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
    }

    @Override
    public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        Object plain = Literals.plain(value);
        if (plain instanceof String) {
            statement.setObject(index, plain, Types.OTHER); // of no type yet, as a literal
        } else {
            statement.setObject(index, plain);
        }
    }

    @Override
    public boolean schemaExists(Connection connection, String schema) throws SQLException {
        return first(connection, "select nspname from pg_namespace where nspname = ?", schema)
                .isPresent();
    }

    @Override
    public Optional<String> tableComment(Connection connection, ObjectName table) throws SQLException {
        return first(connection, "select obj_description(to_regclass(?), 'pg_class')", renderer.quote(table));
    }

    @Override
    public boolean tryLock(Connection connection, String key) throws SQLException {
        return first(connection, "select pg_try_advisory_lock(?)", lockId(key))
                .orElseThrow()
                .equals("t");
    }

    @Override
    public void unlock(Connection connection, String key) throws SQLException {
        first(connection, "select pg_advisory_unlock(?)", lockId(key));
    }

    @Override
    public String lockHolder(Connection connection, String key) throws SQLException {
        String sql = """
                select 'pid ' || l.pid || ' (' || coalesce(nullif(a.application_name, ''), a.usename, 'unknown')
                       || coalesce(' at ' || host(a.client_addr), '') || coalesce(', since ' || to_char(a.backend_start, 'HH24:MI:SS'), '')
                       || ')'
                from pg_locks l left join pg_stat_activity a on a.pid = l.pid
                where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                  and l.database = (select oid from pg_database where datname = current_database())
                  and (l.classid::bigint << 32 | l.objid::bigint) = ?""";
        return first(connection, sql, lockId(key)).orElse("a process that has just ended");
    }

    private static Optional<String> first(Connection connection, String sql, Object parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** Advisory locks are apart for each database of a server, so the key need not name it. */
    static long lockId(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("aludel " + key).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
