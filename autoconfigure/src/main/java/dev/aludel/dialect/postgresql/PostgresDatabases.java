package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.Databases;
import dev.aludel.dialect.Renderer;
import dev.aludel.schema.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Databases of a PostgreSQL server. */
final class PostgresDatabases implements Databases {

    /** insufficient_privilege (PostgreSQL manual, Appendix A). */
    private static final String FORBIDDEN = "42501";

    /** Those of a living process have its session. */
    private static final String ABANDONED = """
            select d.datname from pg_database d
            where d.datname collate "C" >= %s and d.datname collate "C" < %s and pg_has_role(d.datdba, 'member')
              and not exists (select from pg_stat_activity a where a.datid = d.oid)""";

    private static final String USER_SCHEMAS = "nspname !~ '^pg_' and nspname <> 'information_schema'";

    /** What a database is born with has a low oid: the schema public, its comment, the language plpgsql. */
    private static final String MADE = """
            select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where %1$s)
                or exists (select from pg_proc p join pg_namespace n on n.oid = p.pronamespace where %1$s)
                or exists (select from pg_type t join pg_namespace n on n.oid = t.typnamespace where %1$s)
                or exists (select from pg_namespace where %1$s and nspname <> 'public')
                or exists (select from pg_extension where extname <> 'plpgsql')""".formatted(USER_SCHEMAS);

    private static final String TABLES = """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'm') and c.oid is distinct from to_regclass(%%s) and %s""".formatted(USER_SCHEMAS);

    private static final String SEQUENCES = """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'S' and %s""".formatted(USER_SCHEMAS);

    private static final String ROWS = """
            select 'rows of ' || %1$s, count(*), coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '')
            from only %2$s t""";

    private static final String POSITION = "select 'position of ' || %1$s, 0, last_value || ' ' || is_called from %2$s";

    private static final String PRIVILEGES = """
            select 'privileges on ' || about, 0, pg_get_userbyid(owner) || ' ' || coalesce(acl::text, '')
            from (
                select c.oid::regclass::text, c.relowner, c.relacl, n.nspname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and c.oid is distinct from to_regclass(%%s)
                union all
                select 'column ' || a.attrelid::regclass || '.' || a.attname, c.relowner, a.attacl, n.nspname
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                where a.attacl is not null
                union all
                select p.oid::regprocedure::text, p.proowner, p.proacl, n.nspname
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                union all
                select t.oid::regtype::text, t.typowner, t.typacl, n.nspname
                from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype in ('e', 'd', 'r')
                union all
                select 'schema ' || nspname, nspowner, nspacl, nspname from pg_namespace
                union all
                select 'new objects ' || coalesce(defaclnamespace::regnamespace::text, '') || defaclobjtype::text, defaclrole,
                    defaclacl, 'public'
                from pg_default_acl) as one (about, owner, acl, nspname)
            where %s
            order by about""".formatted(USER_SCHEMAS);

    private final Renderer renderer;

    PostgresDatabases(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public String url(String like, String name) {
        int query = like.indexOf('?');
        String address = query < 0 ? like : like.substring(0, query);
        int begin = address.contains("//")
                ? address.indexOf('/', address.indexOf("//") + 2) + 1
                : address.lastIndexOf(':') + 1;
        String server = begin == 0 ? address + "/" : address.substring(0, begin);
        return server + name + (query < 0 ? "" : like.substring(query));
    }

    @Override
    public void create(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create database " + renderer.quote(name) + " template template0");
        }
    }

    @Override
    public void sweep(Connection connection, String from, String to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String abandoned : abandoned(connection, from, to)) {
                statement.execute("drop database if exists " + renderer.quote(abandoned));
            }
        }
    }

    @Override
    public List<String> abandoned(Connection connection, String from, String to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return texts(statement, ABANDONED.formatted(renderer.literal(from), renderer.literal(to)));
        }
    }

    @Override
    public void drop(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + renderer.quote(name) + " with (force)");
        }
    }

    @Override
    public boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return texts(statement, MADE).equals(List.of("f"));
        }
    }

    @Override
    public void ensureSchema(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + renderer.quote(schema));
        }
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String extension :
                    texts(statement, "select quote_ident(extname) from pg_extension where extname <> 'plpgsql'")) {
                statement.execute("drop extension if exists " + extension + " cascade");
            }
            for (String schema :
                    texts(statement, "select quote_ident(nspname) from pg_namespace where " + USER_SCHEMAS)) {
                statement.execute("drop schema " + schema + " cascade");
            }
            statement.execute("create schema public");
        }
    }

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return texts(statement, "select nspname from pg_namespace where " + USER_SCHEMAS + " order by nspname");
        }
    }

    @Override
    public List<Content> contents(Connection connection, ObjectName except) throws SQLException {
        String table = renderer.literal(renderer.quote(except));
        List<Content> contents = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : texts(statement, TABLES.formatted(table) + " order by 1")) {
                contents.addAll(contents(statement, ROWS.formatted(renderer.literal(name), name)));
            }
            for (String name : texts(statement, SEQUENCES + " order by 1")) {
                contents.addAll(contents(statement, POSITION.formatted(renderer.literal(name), name)));
            }
            contents.addAll(contents(statement, PRIVILEGES.formatted(table)));
        }
        return contents;
    }

    private static List<Content> contents(Statement statement, String query) throws SQLException {
        List<Content> contents = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                contents.add(new Content(rows.getString(1), rows.getLong(2), rows.getString(3)));
            }
        }
        return contents;
    }

    @Override
    public boolean isForbidden(SQLException failure) {
        return FORBIDDEN.equals(failure.getSQLState());
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
