package dev.aludel.dialect.postgresql.session;

import dev.aludel.dialect.Renderer;
import dev.aludel.dialect.Renewal;
import dev.aludel.dialect.Sessions;
import dev.aludel.dialect.StatementLexer.Rows;
import dev.aludel.dialect.postgresql.text.Literals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sessions of PostgreSQL. */
public final class PostgresSessions implements Sessions {

    /**
     * Each row is what was found of a setting, which then is set; of a setting that the server does not know there is none. It is the
     * first statement of a session, on whatever path that has, so each function, operator and type says where it stands.
     */
    private static final String PREPARE = """
            with found as materialized (
                select coalesce(a.schema, cast(pg_catalog.current_schema() as pg_catalog.text)) as own_schema,
                    (select case when not pg_catalog.has_schema_privilege(e.oid, 'usage') then e.nspname end
                        from (select n.oid, n.nspname
                            from pg_catalog.regexp_matches(
                                coalesce(pg_catalog.quote_ident(a.schema), pg_catalog.current_setting('search_path')),
                                '"((?:[^"]|"")*)"|([^", ]+)', 'g') with ordinality as p (part, place)
                            join pg_catalog.pg_namespace n on n.nspname operator(pg_catalog.=) case
                                when coalesce(p.part[1], p.part[2]) operator(pg_catalog.=) '$user'
                                    then cast(current_user as pg_catalog.text)
                                when p.part[2] is not null then pg_catalog.lower(p.part[2])
                                else pg_catalog.replace(p.part[1], '""', '"') end
                            order by p.place limit 1) e) as forbidden,
                    cast(pg_catalog.current_schema() as pg_catalog.text) as first_schema,
                    pg_catalog.current_setting('search_path') as path,
                    pg_catalog.pg_backend_pid() operator(pg_catalog.=)
                        coalesce(a.process, pg_catalog.pg_backend_pid()) as direct
                from (select cast(? as pg_catalog.text) as schema, cast(? as pg_catalog.int4) as process) a),
            wanted as materialized (
                select f.own_schema, f.forbidden, f.first_schema, f.direct, s.name, pg_catalog.current_setting(s.name, true) as present, s.value
                from found f, lateral (values
                    (cast('search_path' as pg_catalog.text), case when f.own_schema is null then f.path
                        when f.path operator(pg_catalog.=) '' then pg_catalog.quote_ident(f.own_schema)
                        else pg_catalog.concat(pg_catalog.quote_ident(f.own_schema), ', ', f.path) end),
                    ('lock_timeout', cast(? as pg_catalog.text)), ('statement_timeout', ?), ('application_name', ?),
                    ('idle_session_timeout', ?),
                    ('idle_in_transaction_session_timeout', ?), ('transaction_timeout', ?)) s (name, value))
            select own_schema, forbidden, coalesce(own_schema operator(pg_catalog.=) first_schema, true) as leads, direct,
                pg_catalog.pg_backend_pid() as process, name, present,
                case when direct then pg_catalog.set_config(name, value, false) end
            from wanted where present is not null and value is not null""";

    /** What was set on the session, by a statement that needs no transaction. */
    private static final String IMAGE = """
            select s.name, s.setting from pg_catalog.pg_settings s
            where s.source operator(pg_catalog.=) 'session'
                and s.context operator(pg_catalog.=) any (array['user', 'superuser'])
            union all select 'role', pg_catalog.current_setting('role')
            union all select 'session_authorization', cast(session_user as pg_catalog.text)""";

    /** What a script left on the session beside its settings, as the statements that remove it. On whatever path that is. */
    private static final String LEFT = """
            select 'close all' as remedy where exists (select from pg_catalog.pg_cursors c where c.name operator(pg_catalog.<>) '')
            union all select 'discard temp' where pg_catalog.pg_my_temp_schema() operator(pg_catalog.<>) cast(0 as pg_catalog.oid)
            union all select pg_catalog.concat('deallocate ', pg_catalog.quote_ident(s.name))
            from pg_catalog.pg_prepared_statements s where s.from_sql
            union all select pg_catalog.concat('select pg_catalog.pg_advisory_unlock',
                case when l.mode operator(pg_catalog.=) 'ShareLock' then '_shared' end, '(', case when l.objsubid operator(pg_catalog.=) 1
                then pg_catalog.concat(x.key) else pg_catalog.concat(x.first, ', ', x.second) end, ')')
            from pg_catalog.pg_locks l cross join lateral (select
                (cast(l.classid as pg_catalog.int8) operator(pg_catalog.<<) 32)
                    operator(pg_catalog.|) cast(l.objid as pg_catalog.int8) as key,
                cast(l.classid as pg_catalog.int4) as first, cast(l.objid as pg_catalog.int4) as second) x
            where l.locktype operator(pg_catalog.=) 'advisory' and l.pid operator(pg_catalog.=) pg_catalog.pg_backend_pid()
                and not (l.objsubid operator(pg_catalog.=) 1 and x.key operator(pg_catalog.=) %d)""";

    private static final String NOTHING = "";

    private static final String CHECK_NOW = "set constraints all immediate";

    private final Renderer renderer;

    public PostgresSessions(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public State prepare(Connection connection, Preparation preparation) throws SQLException {
        boolean works = preparation.worker() != null;
        String never = works ? "0" : null;
        Map<String, String> settings = new HashMap<>();
        String ownSchema = null;
        String forbidden = null;
        boolean leads = true;
        boolean direct = true;
        int process = 0;
        try (PreparedStatement statement = connection.prepareStatement(PREPARE)) {
            int i = 0;
            statement.setString(++i, preparation.ownSchema());
            statement.setObject(++i, preparation.kept() ? null : Pooler.announced(connection), Types.INTEGER);
            statement.setString(++i, millis(preparation.lockTimeout(), never));
            statement.setString(++i, millis(preparation.statementTimeout(), never));
            statement.setString(++i, preparation.worker());
            statement.setString(++i, never);
            statement.setString(++i, never);
            statement.setString(++i, never);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ownSchema = rows.getString("own_schema");
                    forbidden = rows.getString("forbidden");
                    leads = rows.getBoolean("leads");
                    direct = rows.getBoolean("direct");
                    process = rows.getInt("process");
                    settings.put(rows.getString("name"), rows.getString("present"));
                }
            }
        }
        return new State(ownSchema, forbidden, leads, direct, process, settings);
    }

    @Override
    public boolean isShared(Connection connection, Connection beside) throws SQLException {
        return Pooler.isShared(connection, beside);
    }

    @Override
    public String address(Connection connection) throws SQLException {
        return Pooler.address(connection);
    }

    private static @Nullable String millis(@Nullable Duration duration, @Nullable String otherwise) {
        return duration == null ? otherwise : Long.toString(duration.toMillis());
    }

    @Override
    public List<String> preparation(String ownSchema) {
        String further = ownSchema.equals("public") ? "" : ", public";
        return List.of("set search_path to " + renderer.quote(ownSchema) + further);
    }

    @Override
    public String restore(State state) {
        return settings(state.settings());
    }

    private String settings(Map<String, String> settings) {
        return settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(setting -> "pg_catalog.set_config(%s, %s, false)"
                        .formatted(renderer.literal(setting.getKey()), renderer.literal(setting.getValue())))
                .collect(Collectors.joining(", ", "select ", ""));
    }

    @Override
    public Image image(Connection connection, @Nullable String initially) throws SQLException {
        Map<String, String> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(IMAGE)) {
            while (rows.next()) {
                found.put(rows.getString("name"), rows.getString("setting"));
            }
        }
        String user = String.valueOf(found.remove("session_authorization"));
        String role = String.valueOf(found.remove("role"));
        return new Image(user, role, initially, found);
    }

    @Override
    public void renew(Connection connection, Image image, @Nullable String lockKey, boolean ending)
            throws SQLException {
        Renewal renewal = renewing(image, lockKey, ending);
        try (PreparedStatement statement = connection.prepareStatement(renewal.before(NOTHING))) {
            statement.execute();
            renewal.passOver(statement);
        }
        renewal.complete(connection);
    }

    @Override
    public Renewal renewing(Image image, @Nullable String lockKey, boolean ending) {
        return new PostgresRenewal(List.of(
                ending ? CHECK_NOW : "set role none",
                "set session authorization " + renderer.literal(image.user()),
                "set role none",
                image.initially() == null ? "reset all" : "reset all;\n" + image.initially(),
                settings(image.settings()),
                "set role " + renderer.literal(image.role()),
                "discard sequences",
                "unlisten *", // takes effect with the commit, as what it takes back
                LEFT.formatted(lockKey == null ? 0 : PostgresLock.id(lockKey))));
    }

    @Override
    public List<String> renewal(@Nullable String ownSchema, boolean ending) {
        List<String> statements = new ArrayList<>(ending ? List.of(CHECK_NOW) : List.of());
        statements.addAll(List.of("set session authorization default", "set role to default", "reset all"));
        if (ownSchema != null) {
            statements.addAll(preparation(ownSchema));
        }
        statements.addAll(List.of(
                "close all",
                "deallocate all",
                "unlisten *",
                "discard sequences",
                "discard temp",
                "do $aludel$ begin perform pg_catalog.pg_advisory_unlock_all(); end $aludel$"));
        return statements;
    }

    @Override
    public String asItself(Image image) {
        return String.join(
                "; ",
                CHECK_NOW,
                "set local session authorization " + renderer.literal(image.user()),
                "set local role " + renderer.literal(image.role()));
    }

    @Override
    public List<String> asItself() {
        return List.of(CHECK_NOW, "set local session authorization default", "set local role to default");
    }

    @Override
    public void execute(Connection connection, String sql) throws SQLException {
        OwnStatement.execute(connection, sql);
    }

    @Override
    public String readOnly() {
        return "set transaction read only";
    }

    @Override
    public boolean liftLockTimeout(Connection connection, Duration present, boolean untilCommit) throws SQLException {
        String lift = "select pg_catalog.set_config('lock_timeout', '0', ?) from pg_catalog.pg_settings s"
                + " where s.name operator(pg_catalog.=) 'lock_timeout' and s.setting operator(pg_catalog.=) ?";
        return OwnStatement.first(connection, lift, untilCommit, Long.toString(present.toMillis()))
                .isPresent();
    }

    @Override
    public String lockTimeout(Duration timeout) {
        return "set lock_timeout = " + timeout.toMillis();
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
        return !Lookup.texts(connection, "select nspname from pg_namespace where nspname = ?", schema)
                .isEmpty();
    }

    @Override
    public void copy(Connection connection, String sql, Rows rows) throws SQLException {
        CopiedRows.run(connection, sql, rows);
    }

    @Override
    public Map<String, String> keepAlive(Connection connection) throws SQLException {
        return KeepAlive.set(connection);
    }

    @Override
    public Map<String, String> driverProperties() {
        return KeepAlive.driverProperties();
    }
}
