package dev.aludel.dialect.postgresql.session;

/** The catalogue queries of {@link PostgresTableGuard}: every name is qualified, every operator has the types of its operands. */
final class GuardQueries {

    /**
     * Lets names lead to the current schema, and to none that others might have put before the catalogue, until the transaction ends: in
     * auto-commit with the statements that are sent together with this one.
     */
    static final String CLEAN_PATH = """
            select pg_catalog.set_config('search_path', pg_catalog.concat_ws(', ', 'pg_catalog',
                pg_catalog.quote_ident(pg_catalog.current_schema()), 'pg_temp'), true)""";

    /** The schema that was the current one before that. */
    static final String FORMER_SCHEMA = "(pg_catalog.current_schemas(false))[2]";

    /**
     * A row for all that is not as it was made: kind, name, and whose or of which kind it is. The first argument is the name of the
     * table, the second an expression for its schema, the third its comment, the fourth the columns as rows of a {@code values}, the fifth whether
     * it is to be written.
     *
     * <p>An owner is trusted who could do anything to the table or the migrating role anyway: the role itself and those that it is a
     * member of, superusers, the owners of schema and database. A role that makes nothing in the schema and owns nothing there does not
     * migrate, and may read what is somebody else's. Number 11 is the schema {@code pg_catalog} (PostgreSQL source, pg_namespace.dat).
     */
    static final String DEVIATIONS = """
            with recursive t as materialized (
                select c.oid, c.relkind, c.relpersistence, c.relrowsecurity, c.relowner, n.oid as namespace, n.nspowner, d.datdba
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                    join pg_catalog.pg_database d on d.datname = pg_catalog.current_database()
                where c.relname = %1$s::name and n.nspname = %2$s),
            mine (role) as (
                select oid from pg_catalog.pg_roles where rolname = current_user
                union
                select m.roleid
                from mine join pg_catalog.pg_auth_members m on m.member = mine.role
                    cross join lateral (select pg_catalog.to_jsonb(m) as option) o
                where coalesce(pg_catalog.jsonb_extract_path_text(o.option, 'set_option')::boolean
                    or pg_catalog.jsonb_extract_path_text(o.option, 'inherit_option')::boolean, true)),
            trusted (role) as (
                select role from mine
                union all select nspowner from t union all select datdba from t
                union all select oid from pg_catalog.pg_roles where rolsuper or rolname = 'pg_database_owner'),
            reader as materialized (
                select not %5$s and not exists (select from pg_catalog.pg_roles where rolname = current_user and rolsuper)
                    and t.nspowner not in (select role from mine) and t.datdba not in (select role from mine)
                    and not exists (select from pg_catalog.pg_class c
                        where c.relnamespace = t.namespace and c.relowner in (select role from mine))
                    and (not pg_catalog.has_schema_privilege(t.namespace, 'create')
                        or (pg_catalog.has_schema_privilege('public', t.namespace, 'create')
                            and exists (select from pg_catalog.pg_class c where c.relnamespace = t.namespace
                                and c.relowner = t.relowner and c.relkind = 'r' and c.oid <> t.oid))) as only
                from t),
            expected (name, type) as (values %4$s),
            present as materialized (
                select a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod) as type, y.typnamespace, a.atthasdef, a.attidentity, a.attgenerated
                from t join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0::int2 and not a.attisdropped
                    join pg_catalog.pg_type y on y.oid = a.atttypid)
            select 'ABSENT' as kind, '' as name, null as detail where not exists (select from t)
            union all
            select 'OWNER', r.rolname::text, current_user::text from t join pg_catalog.pg_roles r on r.oid = t.relowner, reader
            where t.relowner not in (select role from trusted) and not reader.only
            union all
            select 'RELATION', '', t.relkind::text from t where t.relkind <> 'r'
            union all
            select 'TRIGGER', g.tgname::text, g.tgfoid::pg_catalog.regproc::text
            from t join pg_catalog.pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
            union all
            select 'RULE', w.rulename::text, null from t join pg_catalog.pg_rewrite w on w.ev_class = t.oid where t.relkind in ('r', 'p')
            union all
            select 'ROW_SECURITY', '', null from t where t.relrowsecurity
            union all
            select 'INHERITANCE', pg_catalog.concat_ws('.', pg_catalog.quote_ident(n.nspname), pg_catalog.quote_ident(c.relname)),
                case when i.inhrelid = t.oid then 'child' else 'parent' end
            from t join pg_catalog.pg_inherits i on i.inhrelid = t.oid or i.inhparent = t.oid
                join pg_catalog.pg_class c on c.oid = case when i.inhrelid = t.oid then i.inhparent else i.inhrelid end
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            union all
            select 'MISSING_COLUMN', e.name::text, e.type from t, expected e
            where t.relkind = 'r' and e.name not in (select attname from present)
            union all
            select 'UNKNOWN_COLUMN', a.attname::text, a.type from t, present a
            where t.relkind = 'r' and a.attname not in (select name from expected)
            union all
            select 'COLUMN_TYPE', a.attname::text, e.type
            from present a join expected e on e.name = a.attname where a.type <> e.type or a.typnamespace <> 11::oid
            union all
            select 'COLUMN_DEFAULT', a.attname::text,
                case when a.attidentity <> '' then 'identity' when a.attgenerated <> '' then 'expression' else 'default' end
            from present a where a.atthasdef or a.attidentity <> ''
            union all
            select 'CONSTRAINT', k.conname::text, null
            from t join pg_catalog.pg_constraint k on k.conrelid = t.oid and k.contype in ('c', 'f', 'x')
            union all
            select 'INDEX', c.relname::text, null from t join pg_catalog.pg_index x on x.indrelid = t.oid
                join pg_catalog.pg_class c on c.oid = x.indexrelid
            where x.indexprs is not null or x.indpred is not null
            union all
            select 'STATISTICS', s.stxname::text, null
            from t join pg_catalog.pg_statistic_ext s on s.stxrelid = t.oid and s.stxexprs is not null
            union all
            select 'PERSISTENCE', '', null from t where t.relkind = 'r' and t.relpersistence <> 'p'
            union all
            select 'COMMENT', coalesce(pg_catalog.obj_description(t.oid, 'pg_class'), ''), null
            from t where t.relkind = 'r' and coalesce(pg_catalog.obj_description(t.oid, 'pg_class'), '') <> %3$s""";

    /** Fails with a division by zero unless there is the table and nothing deviates: what is sent behind it is then not even planned. */
    static final String GUARD = "select 1 / (select case when exists (select from (%s) deviation) then 0 else 1 end)";

    private GuardQueries() {}
}
