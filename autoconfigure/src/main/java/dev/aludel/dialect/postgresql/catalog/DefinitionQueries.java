package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.postgresql.session.OwnStatement;

/**
 * One statement prints all that stands beside the relational model, with what each stands on. Its parameters are the names of the
 * schemas.
 */
final class DefinitionQueries {

    private DefinitionQueries() {}

    /** What a view stands on is what its query does; who takes rows of a table stands on the table. */
    private static final String NODES = OwnStatement.WITH_SPEAKING + ", " + """
            wanted as materialized (
                select oid from pg_catalog.pg_namespace where nspname = any (?)),
            present (class, object, rule) as (
                select 'pg_catalog.pg_class'::regclass::oid, c.oid,
                    (select r.oid from pg_catalog.pg_rewrite r where r.ev_class = c.oid and r.rulename = '_RETURN')
                from pg_catalog.pg_class c
                where c.relnamespace in (select oid from wanted)
                    and (c.relkind in ('v', 'm')
                        or c.relkind in ('r', 'p') and (c.relispartition or c.relrowsecurity))
                union all
                select 'pg_catalog.pg_trigger'::regclass, g.oid, null
                from pg_catalog.pg_trigger g join pg_catalog.pg_class c on c.oid = g.tgrelid
                where c.relnamespace in (select oid from wanted)
                union all
                select 'pg_catalog.pg_rewrite'::regclass, r.oid, null
                from pg_catalog.pg_rewrite r join pg_catalog.pg_class c on c.oid = r.ev_class
                where c.relnamespace in (select oid from wanted)
                union all
                select 'pg_catalog.pg_policy'::regclass, p.oid, null
                from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
                where c.relnamespace in (select oid from wanted)
                union all
                select 'pg_catalog.pg_statistic_ext'::regclass, x.oid, null
                from pg_catalog.pg_statistic_ext x where x.stxnamespace in (select oid from wanted)
                union all
                select 'pg_catalog.pg_proc'::regclass, p.oid, null
                from pg_catalog.pg_proc p where p.pronamespace in (select oid from wanted)
                union all
                select 'pg_catalog.pg_type'::regclass, t.oid, null
                from pg_catalog.pg_type t where t.typnamespace in (select oid from wanted) and t.typtype = 'd'
                union all
                select 'pg_catalog.pg_extension'::regclass, x.oid, null
                from pg_catalog.pg_extension x where x.extnamespace in (select oid from wanted)),
            node as (
                select p.class, p.object, false as member, null::text as barred,
                    array(select distinct case when t.oid is null then d.refclassid || ':' || d.refobjid
                            else 'pg_catalog.pg_class'::regclass::oid || ':' || t.typrelid end || ' n'
                        from pg_catalog.pg_depend d
                        left join pg_catalog.pg_type t
                            on d.refclassid = 'pg_catalog.pg_type'::regclass and t.oid = d.refobjid and t.typrelid <> 0
                        where (d.classid = p.class and d.objid = p.object
                                or d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = p.rule)
                            and (d.refclassid, d.refobjid) <> (p.class, p.object)) as sources
                from present p
                where not exists (select from pg_catalog.pg_depend e
                    where e.classid = p.class and e.objid = p.object and e.deptype = 'e'))
            """;

    private static final String EXTENSIONS = DependantQueries.COLUMNS.formatted(
                    "'EXTENSION'",
                    "x.extname",
                    "null",
                    "'drop extension ' || quote_ident(x.extname)",
                    "'create extension if not exists ' || quote_ident(x.extname) || ' with schema ' || quote_ident(s.nspname)",
                    "'{}'::text[]",
                    "'{}'::text[]")
            + """
            join pg_catalog.pg_extension x on n.class = 'pg_catalog.pg_extension'::regclass and x.oid = n.object
            join pg_catalog.pg_namespace s on s.oid = x.extnamespace
            """;

    private static final String DOMAINS = DependantQueries.COLUMNS.formatted(
                    "'TYPE'", "t.typname", "null", "'drop domain ' || t.oid::regtype", """
                    'create domain ' || t.oid::regtype || ' as ' || format_type(t.typbasetype, t.typtypmod)
                        || coalesce((select ' collate ' || l.oid::regcollation from pg_catalog.pg_collation l
                            join pg_catalog.pg_type b on b.oid = t.typbasetype
                            where l.oid = t.typcollation and l.oid <> b.typcollation), '')
                        || coalesce(' default ' || t.typdefault, '')
                        || case when t.typnotnull then ' not null' else '' end
                        || coalesce((select string_agg(' constraint ' || quote_ident(k.conname) || ' '
                                || pg_get_constraintdef(k.oid), '' order by k.conname)
                            from pg_catalog.pg_constraint k where k.contypid = t.oid and k.contype = 'c'), '')
                    """, "'{}'::text[]", """
                    array(select 'comment on domain ' || t.oid::regtype || ' is '
                            || quote_literal(obj_description(t.oid, 'pg_type'))
                        where obj_description(t.oid, 'pg_type') is not null)
                    """)
            + """
            join pg_catalog.pg_type t on n.class = 'pg_catalog.pg_type'::regclass and t.oid = n.object
            join pg_catalog.pg_namespace s on s.oid = t.typnamespace
            """;

    private static final String ROW_SECURITY = DependantQueries.COLUMNS.formatted(
                    "'POLICY'",
                    "'row level security on ' || c.relname",
                    "c.relname",
                    "'alter table ' || c.oid::regclass || ' disable row level security'",
                    "'alter table ' || c.oid::regclass || ' enable row level security'",
                    """
                    array(select 'alter table ' || c.oid::regclass || ' force row level security'
                        where c.relforcerowsecurity)
                    """,
                    "'{}'::text[]")
            + """
            join pg_catalog.pg_class c on n.class = 'pg_catalog.pg_class'::regclass and c.oid = n.object
                and c.relrowsecurity and not c.relispartition
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            """;

    static final String ALL = NODES
            + String.join(
                    "union all\n",
                    EXTENSIONS,
                    DOMAINS,
                    ReferrerQueries.PARTITIONS,
                    ROW_SECURITY,
                    DependantQueries.VIEWS,
                    DependantQueries.TRIGGERS,
                    DependantQueries.RULES,
                    DependantQueries.POLICIES,
                    DependantQueries.STATISTICS,
                    DependantQueries.FUNCTIONS)
            + "order by kind, nspname, name";

    /** Relations on which something may stand, and whether their schema is one of those that are made. */
    static final String RELATIONS = """
            select 'pg_catalog.pg_class'::regclass::oid || ':' || c.oid as key, s.nspname = any (?) as wanted,
                case when c.relispartition then 'PARTITION' else case c.relkind when 'f' then 'FOREIGN_TABLE' when 'S' then 'SEQUENCE'
                    when 'v' then 'VIEW' when 'm' then 'MATERIALIZED_VIEW' else 'TABLE' end end as kind,
                s.nspname, c.relname::text as name
            from pg_catalog.pg_class c join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S') and s.nspname !~ '^pg_' and s.nspname <> 'information_schema'
                and not exists (select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')""";

    /** What only its own tool can print: foreign tables, range types, aggregates; and tables that inherit, which would not. */
    static final String OMITTED = OwnStatement.WITH_SPEAKING + """
            select case when c.relkind = 'f' then 'FOREIGN_TABLE' else 'TABLE' end as kind, s.nspname, c.relname::text as name
            from pg_catalog.pg_class c join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            where s.nspname = any (?) and (c.relkind = 'f'
                or c.relkind = 'r' and not c.relispartition
                    and exists (select from pg_catalog.pg_inherits i where i.inhrelid = c.oid))
            union all
            select 'TYPE', s.nspname, t.typname
            from pg_catalog.pg_type t join pg_catalog.pg_namespace s on s.oid = t.typnamespace
            where s.nspname = any (?) and t.typtype = 'r'
                and not exists (select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
            union all
            select 'FUNCTION', s.nspname, p.proname || '(' || oidvectortypes(p.proargtypes) || ')'
            from pg_catalog.pg_proc p join pg_catalog.pg_namespace s on s.oid = p.pronamespace
            cross join speaking
            where s.nspname = any (?) and p.prokind = 'a'
                and not exists (select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_proc'::regclass and e.objid = p.oid and e.deptype = 'e')
            order by kind, nspname, name""";
}
