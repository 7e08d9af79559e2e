package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.Databases;
import dev.aludel.dialect.Renderer;
import dev.aludel.dialect.postgresql.session.Lookup;
import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.schema.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Databases of a PostgreSQL server. */
public final class PostgresDatabases implements Databases {

    /** Those of a living process have its session. */
    private static final String ABANDONED = """
            select d.datname from pg_database d
            where d.datname collate "C" >= ?::text and d.datname collate "C" < ?::text and pg_has_role(d.datdba, 'member')
              and not exists (select from pg_stat_activity a where a.datid = d.oid)""";

    private static final String USER_SCHEMAS = "nspname !~ '^pg_' and nspname <> 'information_schema'";

    /** What a database is born with has a low oid: the schema public, its comment, the language plpgsql. */
    private static final String MADE = """
            select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where %1$s)
                or exists (select from pg_proc p join pg_namespace n on n.oid = p.pronamespace where %1$s)
                or exists (select from pg_type t join pg_namespace n on n.oid = t.typnamespace where %1$s)
                or exists (select from pg_namespace where %1$s and nspname <> 'public')
                or exists (select from pg_extension where extname <> 'plpgsql')""".formatted(USER_SCHEMAS);

    /** By the name that the user's path gives them, and by the one that every path leads to. */
    private static final String RELATIONS = OwnStatement.WITH_SPEAKING + """
            select c.oid::regclass::text as name, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as place
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            cross join (select to_regclass(?)::oid as oid from speaking offset 0) excepted
            where c.relkind in (%%s) and c.oid is distinct from excepted.oid and %s
            order by 1""".formatted(USER_SCHEMAS);

    private static final String ROWS = """
            select 'rows of ' || %1$s, count(*), coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '')
            from only %2$s t""";

    private static final String POSITION = "select 'position of ' || %1$s, 0, last_value || ' ' || is_called from %2$s";

    private static final String PRIVILEGES = OwnStatement.WITH_SPEAKING + """
            , excepted as materialized (select to_regclass(?)::oid as oid from speaking)
            select 'privileges on ' || about, 0, pg_get_userbyid(owner) || ' ' || coalesce(acl::text, '')
            from (
                select c.oid::regclass::text, c.relowner, c.relacl, n.nspname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join excepted
                where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and c.oid is distinct from excepted.oid
                union all
                select 'column ' || a.attrelid::regclass || '.' || a.attname, c.relowner, a.attacl, n.nspname
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                cross join excepted
                where a.attacl is not null
                union all
                select p.oid::regprocedure::text, p.proowner, p.proacl, n.nspname
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace cross join excepted
                union all
                select t.oid::regtype::text, t.typowner, t.typacl, n.nspname
                from pg_type t join pg_namespace n on n.oid = t.typnamespace cross join excepted
                where t.typtype in ('e', 'd', 'r')
                union all
                select 'schema ' || nspname, nspowner, nspacl, nspname from pg_namespace
                union all
                select 'new objects ' || coalesce(defaclnamespace::regnamespace::text, '') || defaclobjtype::text, defaclrole,
                    defaclacl, 'public'
                from pg_default_acl cross join excepted) as one (about, owner, acl, nspname)
            where %s
            order by about""".formatted(USER_SCHEMAS);

    private final Renderer renderer;

    public PostgresDatabases(Renderer renderer) {
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
        return Lookup.texts(connection, ABANDONED, from, to);
    }

    @Override
    public void drop(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + renderer.quote(name) + " with (force)");
        }
    }

    @Override
    public boolean isEmpty(Connection connection) throws SQLException {
        return Lookup.texts(connection, MADE).equals(List.of("f"));
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
            for (String extension : Lookup.texts(
                    connection, "select quote_ident(extname) from pg_extension where extname <> 'plpgsql'")) {
                statement.execute("drop extension if exists " + extension + " cascade");
            }
            for (String schema :
                    Lookup.texts(connection, "select quote_ident(nspname) from pg_namespace where " + USER_SCHEMAS)) {
                statement.execute("drop schema " + schema + " cascade");
            }
            statement.execute("create schema public");
        }
    }

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        return Lookup.texts(connection, "select nspname from pg_namespace where " + USER_SCHEMAS + " order by nspname");
    }

    @Override
    public List<Content> contents(Connection connection, ObjectName except) throws SQLException {
        List<Content> contents = new ArrayList<>();
        for (Relation table : relations(connection, "'r', 'm'", except)) {
            contents.addAll(contents(connection, ROWS.formatted(renderer.literal(table.name()), table.place())));
        }
        for (Relation sequence : relations(connection, "'S'", except)) {
            contents.addAll(
                    contents(connection, POSITION.formatted(renderer.literal(sequence.name()), sequence.place())));
        }
        contents.addAll(contents(connection, PRIVILEGES, renderer.quote(except)));
        return contents;
    }

    private record Relation(String name, String place) {}

    private List<Relation> relations(Connection connection, String kinds, ObjectName except) throws SQLException {
        return Lookup.rows(
                connection,
                RELATIONS.formatted(kinds),
                row -> new Relation(row.getString("name"), row.getString("place")),
                renderer.quote(except));
    }

    private static List<Content> contents(Connection connection, String query, Object... arguments)
            throws SQLException {
        return Lookup.rows(
                connection, query, row -> new Content(row.getString(1), row.getLong(2), row.getString(3)), arguments);
    }
}
