package dev.aludel.dialect.postgresql.session;

import static dev.aludel.dialect.Diagnosis.note;
import static dev.aludel.dialect.Diagnosis.ok;
import static dev.aludel.dialect.Diagnosis.problem;

import dev.aludel.dialect.Diagnosis;
import dev.aludel.dialect.Examination;
import dev.aludel.dialect.Renderer;
import dev.aludel.dialect.Versions;
import dev.aludel.schema.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Examines PostgreSQL. */
public final class PostgresExamination implements Examination {

    private static final String FACTS = """
            select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version,
                   pg_is_in_recovery() as standby, current_setting('transaction_read_only')::bool as read_only,
                   current_user as role, current_database() as database,
                   current_setting('server_encoding') as encoding,
                   has_schema_privilege(n.oid, 'usage') and has_schema_privilege(n.oid, 'create') as may_create,
                   has_database_privilege(current_database(), 'temporary') as may_temp,
                   (select count(*) from pg_class c where c.relnamespace = n.oid and c.relkind in ('r', 'p', 'S')
                        and not pg_has_role(c.relowner, 'usage')
                        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as others,
                   (select min(c.relname) from pg_class c where c.relnamespace = n.oid and c.relkind in ('r', 'p', 'S')
                        and not pg_has_role(c.relowner, 'usage')
                        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as first_other
            from pg_namespace n where n.nspname = ?""";

    private static final String VERSION_TABLE = OwnStatement.WITH_SPEAKING + """
            select t.oid is not null as present,
                   has_table_privilege(t.oid, 'select') and has_table_privilege(t.oid, 'insert')
                        and has_table_privilege(t.oid, 'update') and has_table_privilege(t.oid, 'delete') as may_write
            from (select to_regclass(?)::oid as oid from speaking) t""";

    /**
     * Roles that own neither the database nor a schema of the user's path and may create in it, with what lets them: who may must be
     * as trusted as who migrates (PostgreSQL manual, 5.10.6). Superusers may anyway.
     */
    private static final String CREATORS = OwnStatement.WITH_SPEAKING + """
            , path as materialized (
                select s.name from speaking cross join unnest(current_schemas(false)) as s (name))
            select n.nspname, case a.grantee when 0 then 'public' else pg_get_userbyid(a.grantee) end as role
            from path join pg_namespace n on n.nspname = path.name
            cross join aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) as a (grantor, grantee, privilege, grantable)
            where a.privilege = 'CREATE' and a.grantee <> n.nspowner
                and a.grantee <> (select r.oid from pg_roles r where r.rolname = current_user)
                and not exists (select from pg_roles r where r.oid = a.grantee and r.rolsuper)
                and a.grantee <> (select d.datdba from pg_database d where d.datname = current_database())
            order by n.nspname, role""";

    private final Renderer renderer;

    private final Versions versions;

    public PostgresExamination(Renderer renderer, Versions versions) {
        this.renderer = renderer;
        this.versions = versions;
    }

    @Override
    public List<Diagnosis> of(Connection connection, Connection beside, String ownSchema, ObjectName versionTable)
            throws SQLException {
        List<Diagnosis> found = new ArrayList<>();
        OwnStatement.each(connection, FACTS, statement -> statement.setString(1, ownSchema), row -> {
            server(found, row);
            privileges(found, row, ownSchema);
        });
        if (found.isEmpty()) {
            found.add(problem(
                    "schema",
                    "The schema '" + ownSchema + "' does not exist.",
                    "Create it: create schema " + renderer.quote(ownSchema) + ";"));
        } else {
            creators(found, connection);
            pooler(found, connection, beside);
        }
        versionTable(found, connection, versionTable);
        found.addAll(new NumbersLeft(renderer).of(connection, ownSchema));
        return found;
    }

    private void server(List<Diagnosis> found, ResultSet row) throws SQLException {
        int major = row.getInt("major");
        String place = "PostgreSQL " + row.getString("version") + ", database '" + row.getString("database")
                + "', role '" + row.getString("role") + "'";
        if (versions.isTooOld(major)) {
            found.add(
                    problem("server", place, "Use PostgreSQL " + versions.oldest() + " to " + versions.newest() + "."));
        } else if (versions.isNewer(major)) {
            found.add(note("server", place + ", later than this build was tested with", "Look for a newer Aludel."));
        } else {
            found.add(ok("server", place));
        }
        if (!row.getString("encoding").equals("UTF8")) {
            found.add(note(
                    "encoding",
                    "The encoding of the database '" + row.getString("database") + "' is '" + row.getString("encoding")
                            + "', which does not have every character.",
                    "Move to one with: create database … encoding 'UTF8' template template0;"));
        }
        if (row.getBoolean("standby")) {
            found.add(problem("writes", "The server is a standby, which only reads.", "Connect to the primary."));
        } else if (row.getBoolean("read_only")) {
            found.add(problem(
                    "writes",
                    "Transactions are read-only.",
                    "Set default_transaction_read_only to off for the role or the connection."));
        }
    }

    private void privileges(List<Diagnosis> found, ResultSet row, String ownSchema) throws SQLException {
        String role = renderer.quote(row.getString("role"));
        found.add(
                row.getBoolean("may_create")
                        ? ok("privileges", "The role may create in the schema '" + ownSchema + "'.")
                        : problem(
                                "privileges",
                                "The role may not create in the schema '" + ownSchema + "'.",
                                "As its owner: grant usage, create on schema " + renderer.quote(ownSchema) + " to "
                                        + role + "; or set aludel.datasource.username to the owner."));
        if (row.getInt("others") > 0) {
            found.add(problem(
                    "ownership",
                    "Of the tables and sequences in the schema '" + ownSchema + "', " + row.getInt("others")
                            + " belong to other roles, such as '" + row.getString("first_other")
                            + "': only an owner may alter them.",
                    "Set aludel.datasource.username to the owner, or: grant <owner> to " + role + ";"));
        }
        if (!row.getBoolean("may_temp")) {
            found.add(note(
                    "proof",
                    "The role may make no temporary tables, so that defaults, checks and indexes whose texts differ stay unproven.",
                    "grant temporary on database " + renderer.quote(row.getString("database")) + " to " + role + ";"));
        }
    }

    /** What such a role makes may be taken for the server's own by the statements of a script. */
    private void creators(List<Diagnosis> found, Connection connection) throws SQLException {
        OwnStatement.each(connection, CREATORS, statement -> {}, row -> {
            String role = row.getString("role");
            String grantee = role.equals("public") ? role : renderer.quote(role);
            found.add(note(
                    "creators",
                    "The role '" + role + "' may create in the schema '" + row.getString("nspname")
                            + "', where unqualified names of scripts lead: an overload of a function or operator that it makes"
                            + " there runs with the rights of who migrates.",
                    "As the owner: revoke create on schema " + renderer.quote(row.getString("nspname")) + " from "
                            + grantee + ";"));
        });
    }

    private static void pooler(List<Diagnosis> found, Connection connection, Connection beside) throws SQLException {
        Integer announced = Pooler.announced(connection);
        boolean between = announced != null && announced != Pooler.answering(connection);
        String address = Pooler.address(connection);
        if (Pooler.isShared(connection, beside)) {
            found.add(problem(
                    "pooler",
                    "A pooler at '" + address
                            + "' changes the server's session between transactions: the lock between processes would not hold.",
                    "Set aludel.datasource.url to the server itself, or to a pooler of sessions."));
        } else if (between) {
            found.add(ok("pooler", "The one at '" + address + "' keeps the server's session."));
        } else {
            found.add(ok("pooler", "There is none between here and the server."));
        }
    }

    private void versionTable(List<Diagnosis> found, Connection connection, ObjectName table) throws SQLException {
        OwnStatement.each(
                connection, VERSION_TABLE, statement -> statement.setString(1, renderer.quote(table)), row -> {
                    if (!row.getBoolean("present")) {
                        found.add(note(
                                "version table",
                                "The table '" + table + "' is not there yet.",
                                "The first upgrade makes it, or 'aludel ensure-version'."));
                    } else if (!row.getBoolean("may_write")) {
                        found.add(problem(
                                "version table",
                                "The role may not read and write the table '" + table + "'.",
                                "As its owner: grant select, insert, update, delete on " + renderer.quote(table)
                                        + " to the role."));
                    }
                });
    }
}
