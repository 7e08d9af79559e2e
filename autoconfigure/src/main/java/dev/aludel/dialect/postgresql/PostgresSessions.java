package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.Renderer;
import dev.aludel.dialect.Sessions;
import dev.aludel.dialect.StatementLexer.Rows;
import dev.aludel.dialect.Waits.Blocker;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sessions of PostgreSQL. The lock is an advisory lock of the session: it ends with the session, however that ends. */
final class PostgresSessions implements Sessions {

    private static final String READ_ONLY = "25006";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Held twice, so that it can be asked for by giving up one of the two and taking it again. */
    private static final String TAKE_TWICE =
            "case when pg_try_advisory_lock(%1$d) then pg_try_advisory_lock(%1$d) else false end";

    /** Only what is held can be given up; one is left all the while, so that nobody else gets it. */
    private static final String HOLDS =
            "case when pg_advisory_unlock(%1$d) then pg_try_advisory_lock(%1$d) else false end";

    /** Each row is what was found of a setting, which then is set; of a setting that the server does not know there is none. */
    private static final String PREPARE = """
            with found as materialized (
                select coalesce(?, current_schema()) as own_schema, current_schema() as first_schema,
                    pg_backend_pid() = coalesce(?, pg_backend_pid()) as direct),
            wanted as materialized (
                select f.*, s.name, current_setting(s.name, true) as present, s.value
                from found f, lateral (values
                    ('search_path', case when f.own_schema is null then current_setting('search_path')
                        else concat_ws(', ', quote_ident(f.own_schema), nullif(current_setting('search_path'), '')) end),
                    ('lock_timeout', cast(? as text)), ('statement_timeout', ?), ('application_name', ?),
                    ('idle_session_timeout', ?),
                    ('idle_in_transaction_session_timeout', ?), ('transaction_timeout', ?)) s (name, value))
            select own_schema, coalesce(own_schema = first_schema, true) as leads, direct, pg_backend_pid() as process, name, present,
                case when direct then set_config(name, value, false) end
            from wanted where present is not null and value is not null""";

    private final Renderer renderer;

    PostgresSessions(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public State prepare(Connection connection, Preparation preparation) throws SQLException {
        boolean works = preparation.worker() != null;
        String never = works ? "0" : null;
        Map<String, String> settings = new HashMap<>();
        String ownSchema = null;
        boolean leads = true;
        boolean direct = true;
        int process = 0;
        try (PreparedStatement statement = connection.prepareStatement(PREPARE)) {
            int i = 0;
            statement.setString(++i, preparation.ownSchema());
            statement.setObject(++i, preparation.kept() ? null : Pooler.announced(connection), Types.INTEGER);
            statement.setString(++i, millis(preparation.lockTimeout()));
            statement.setString(++i, millis(preparation.statementTimeout()));
            statement.setString(++i, preparation.worker());
            statement.setString(++i, never);
            statement.setString(++i, never);
            statement.setString(++i, never);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ownSchema = rows.getString("own_schema");
                    leads = rows.getBoolean("leads");
                    direct = rows.getBoolean("direct");
                    process = rows.getInt("process");
                    settings.put(rows.getString("name"), rows.getString("present"));
                }
            }
        }
        return new State(ownSchema, leads, direct, process, settings);
    }

    @Override
    public boolean isShared(Connection connection, Connection beside) throws SQLException {
        return Pooler.isShared(connection, beside);
    }

    @Override
    public String address(Connection connection) throws SQLException {
        return Pooler.address(connection);
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
        return state.settings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(setting ->
                        "set_config('%s', %s, false)".formatted(setting.getKey(), renderer.literal(setting.getValue())))
                .collect(Collectors.joining(", ", "select ", ""));
    }

    @Override
    public String readOnly() {
        return "set transaction read only";
    }

    /** untranslatable_character. */
    @Override
    public boolean isUnstorable(SQLException failure) {
        return "22P05".equals(failure.getSQLState());
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
    public boolean tryLock(Connection connection, String key) throws SQLException {
        return first(connection, "select " + TAKE_TWICE.formatted(lockId(key)))
                .orElseThrow()
                .equals("t");
    }

    @Override
    public void copy(Connection connection, String sql, Rows rows) throws SQLException {
        CopiedRows.run(connection, sql, rows);
    }

    @Override
    public int failedRow(SQLException failure) {
        return CopiedRows.failedRow(failure);
    }

    @Override
    public void unlock(Connection connection, String key) throws SQLException {
        first(connection, "select pg_advisory_unlock(%1$d), pg_advisory_unlock(%1$d)".formatted(lockId(key)));
    }

    @Override
    public String holdsLock(String key) {
        return HOLDS.formatted(lockId(key));
    }

    @Override
    public Optional<Blocker> lockHolder(Connection connection, String key) throws SQLException {
        return LockHolder.of(connection, lockId(key));
    }

    @Override
    public Map<String, String> keepAlive(Connection connection) throws SQLException {
        return KeepAlive.set(connection);
    }

    @Override
    public Map<String, String> driverProperties() {
        return KeepAlive.driverProperties();
    }

    private static Optional<String> first(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
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
