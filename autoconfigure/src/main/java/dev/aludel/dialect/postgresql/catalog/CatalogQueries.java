package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.postgresql.session.OwnStatement;

/**
 * The statements that read a catalogue: all there are, whatever the number of tables. Flat joins over pg_catalog, without a
 * subquery per row; {@code ?} is the array of the schemas' oids. The server's printing functions run only where the
 * catalogue's own columns do not say it, because they wait for a concurrent ALTER and look past the snapshot.
 */
public final class CatalogQueries {

    public static final String BEGIN = "set transaction isolation level repeatable read, read only";

    /** What the printed texts depend on; a new DateStyle without an order keeps the session's order for reading. */
    public static final String PRINTING = """
            select set_config('datestyle', 'ISO', true), set_config('timezone', 'UTC', true),
                set_config('intervalstyle', 'postgres', true), set_config('bytea_output', 'hex', true),
                set_config('standard_conforming_strings', 'on', true), set_config('quote_all_identifiers', 'off', true)""";

    /** The same for a look that shall not wait long for what somebody else alters. */
    public static final String LOOKING = PRINTING + ", set_config('lock_timeout', '2s', true)";

    /** With the settings of the transaction, which so cost no statement of their own. */
    static final String NAMESPACES = "with looking as materialized (" + LOOKING + """
            )
            select n.oid, n.nspname
            from looking cross join pg_catalog.pg_namespace n
            where n.nspname = any (?)
            order by n.nspname""";

    /** Relations of all kinds; those that belong to an extension or to an identity column are not the application's. */
    static final String RELATIONS = OwnStatement.WITH_SPEAKING + """
            select c.oid, n.nspname, c.relname, c.relkind, c.relispartition, d.description, c.reloptions, s.spcname,
                t.reloptions as toast_options, case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partitions,
                format_type(q.seqtypid, null) as type, q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache, q.seqcycle,
                u.nspname as owner_schema, o.relname as owner_table, a.attname as owner_column
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_sequence q on q.seqrelid = c.oid
            left join pg_catalog.pg_depend w
                on c.relkind = 'S' and w.classid = 'pg_catalog.pg_class'::regclass and w.objid = c.oid and w.objsubid = 0
                and w.refclassid = 'pg_catalog.pg_class'::regclass and w.refobjsubid > 0 and w.deptype = 'a'
            left join pg_catalog.pg_class o on o.oid = w.refobjid
            left join pg_catalog.pg_namespace u on u.oid = o.relnamespace
            left join pg_catalog.pg_attribute a on a.attrelid = w.refobjid and a.attnum = w.refobjsubid
            left join pg_catalog.pg_tablespace s on s.oid = c.reltablespace
            left join pg_catalog.pg_class t on t.oid = c.reltoastrelid
            left join pg_catalog.pg_description d
                on d.classoid = 'pg_catalog.pg_class'::regclass and d.objoid = c.oid and d.objsubid = 0
            cross join speaking
            where c.relnamespace = any (?) and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                and not exists (
                    select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_class'::regclass and e.objid = c.oid
                        and (e.deptype = 'e' or e.deptype = 'i' and c.relkind = 'S'))
            order by n.nspname, c.relname""";

    /** With those of tables in other schemas that foreign keys lead to, for their names. */
    static final String COLUMNS = OwnStatement.WITH_SPEAKING + """
            select a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull,
                a.attidentity, a.attgenerated, a.atthasdef, pg_get_expr(f.adbin, f.adrelid) as expression,
                case when pg_collation_is_visible(l.oid) then l.collname
                    else '"' || k.nspname || '"."' || l.collname || '"' end as collation,
                d.description
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'f')
            join pg_catalog.pg_type t on t.oid = a.atttypid
            left join pg_catalog.pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum
            left join pg_catalog.pg_collation l on l.oid = a.attcollation and a.attcollation <> t.typcollation
            left join pg_catalog.pg_namespace k on k.oid = l.collnamespace
            left join pg_catalog.pg_description d
                on d.classoid = 'pg_catalog.pg_class'::regclass and d.objoid = a.attrelid and d.objsubid = a.attnum
            cross join speaking
            where a.attnum > 0 and not a.attisdropped and not c.relispartition
                and (c.relnamespace = any (?) or c.oid in (
                    select r.confrelid from pg_catalog.pg_constraint r
                    where r.contype = 'f' and r.connamespace = any (?)))
            order by a.attrelid, a.attnum""";

    /** Objects beside the relational model; types are domains and ranges, the others are read apart. */
    static final String OTHERS = OwnStatement.WITH_SPEAKING + """
            select 'FUNCTION' as kind, n.nspname,
                p.proname || '(' || oidvectortypes(p.proargtypes) || ')' as name
            from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
            cross join speaking
            where p.pronamespace = any (?)
                and not exists (select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_proc'::regclass and e.objid = p.oid and e.deptype = 'e')
            union all
            select 'TRIGGER', n.nspname, g.tgname || ' on ' || c.relname
            from pg_catalog.pg_trigger g join pg_catalog.pg_class c on c.oid = g.tgrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relnamespace = any (?) and not g.tgisinternal and g.tgparentid = 0
                and not exists (select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
            union all
            select 'POLICY', n.nspname, o.polname || ' on ' || c.relname
            from pg_catalog.pg_policy o join pg_catalog.pg_class c on c.oid = o.polrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relnamespace = any (?)
            union all
            select 'RULE', n.nspname, r.rulename || ' on ' || c.relname
            from pg_catalog.pg_rewrite r join pg_catalog.pg_class c on c.oid = r.ev_class
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relnamespace = any (?) and r.rulename <> '_RETURN'
                and not exists (select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
            union all
            select 'STATISTICS', n.nspname, x.stxname
            from pg_catalog.pg_statistic_ext x join pg_catalog.pg_namespace n on n.oid = x.stxnamespace
            where x.stxnamespace = any (?)
            union all
            select 'EXTENSION', n.nspname, x.extname
            from pg_catalog.pg_extension x join pg_catalog.pg_namespace n on n.oid = x.extnamespace
            where x.extnamespace = any (?)
            union all
            select 'TYPE', n.nspname, t.typname
            from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            where t.typnamespace = any (?) and t.typtype in ('d', 'r')
                and not exists (select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')""";

    private CatalogQueries() {}

    /** Of the not-null constraints, which 18 lists as well, those that are not valid; those of partitions are left out. */
    static String constraints(int version) {
        return OwnStatement.WITH_SPEAKING
                + """
                select con.conrelid, con.conname, con.contype, con.conkey, con.confkey, con.confdeltype, con.confupdtype,
                    con.confmatchtype, con.condeferrable, con.condeferred, con.convalidated, con.connoinherit,
                    con.confrelid, fn.nspname as target_schema, fc.relname as target, i.indkey::int2[] as index_columns,
                    ic.reloptions, s.spcname, %s,
                    case when con.contype = 'c' then pg_get_expr(con.conbin, con.conrelid) when %s
                        then pg_get_constraintdef(con.oid) end as text
                from pg_catalog.pg_constraint con
                join pg_catalog.pg_class t on t.oid = con.conrelid and not t.relispartition
                left join pg_catalog.pg_class fc on fc.oid = con.confrelid
                left join pg_catalog.pg_namespace fn on fn.oid = fc.relnamespace
                left join pg_catalog.pg_index i on i.indexrelid = con.conindid and con.contype in ('p', 'u')
                left join pg_catalog.pg_class ic on ic.oid = i.indexrelid
                left join pg_catalog.pg_tablespace s on s.oid = ic.reltablespace
                cross join speaking
                where con.connamespace = any (?) and con.conparentid = 0
                    and (con.contype in ('p', 'u', 'f', 'c', 'x') or con.contype = 'n' and not con.convalidated)
                order by con.conrelid, array_position('{p,u,c,x,f}'::"char"[], con.contype), con.conname""".formatted(
                                (version >= 15
                                                ? "i.indnullsnotdistinct as nulls_equal, con.confdelsetcols"
                                                : "false as nulls_equal, null::int2[] as confdelsetcols")
                                        + (version >= 18
                                                ? ", con.conenforced, con.conperiod"
                                                : ", true as conenforced, false as conperiod"),
                                version >= 18 ? "con.contype = 'x' or con.conperiod" : "con.contype = 'x'");
    }

    /** One row for each column of an index; those of constraints and of partitions are left out. */
    static String indexes(int version) {
        return OwnStatement.WITH_SPEAKING + """
                select i.indexrelid, i.indrelid, c.relname, m.amname, i.indisunique, i.indisvalid, %s as nulls_equal,
                    k.n > i.indnkeyatts as included, k.n as position, k.attnum, k.option,
                    case when k.attnum = 0 then pg_get_indexdef(i.indexrelid, k.n::int, false) end as expression,
                    case when k.attnum = 0 then pg_get_indexdef(i.indexrelid) end as definition,
                    o.opcdefault, case when pg_opclass_is_visible(o.oid) then quote_ident(o.opcname)
                        else quote_ident(p.nspname) || '.' || quote_ident(o.opcname) end as opclass,
                    case when pg_collation_is_visible(l.oid) then quote_ident(l.collname)
                        else quote_ident(q.nspname) || '.' || quote_ident(l.collname) end as collation,
                    x.attoptions, c.reloptions, s.spcname, i.indpred is not null as partial,
                    pg_get_expr(i.indpred, i.indrelid) as predicate
                from pg_catalog.pg_index i
                join pg_catalog.pg_class c on c.oid = i.indexrelid
                join pg_catalog.pg_class r on r.oid = i.indrelid and r.relkind in ('r', 'p') and not r.relispartition
                join pg_catalog.pg_am m on m.oid = c.relam
                cross join unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[])
                    with ordinality as k (attnum, opclass, sorting, option, n)
                left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum and k.attnum > 0
                left join pg_catalog.pg_attribute x on x.attrelid = i.indexrelid and x.attnum = k.n
                left join pg_catalog.pg_opclass o on o.oid = k.opclass
                left join pg_catalog.pg_namespace p on p.oid = o.opcnamespace
                left join pg_catalog.pg_collation l on l.oid = k.sorting and k.sorting <> a.attcollation
                left join pg_catalog.pg_namespace q on q.oid = l.collnamespace
                left join pg_catalog.pg_tablespace s on s.oid = c.reltablespace
                cross join speaking
                where c.relnamespace = any (?) and i.indislive
                    and not exists (
                        select from pg_catalog.pg_constraint con
                        where con.conindid = i.indexrelid and con.contype in ('p', 'u', 'x'))
                order by c.relname, i.indexrelid, k.n""".formatted(version >= 15 ? "i.indnullsnotdistinct" : "false");
    }
}
