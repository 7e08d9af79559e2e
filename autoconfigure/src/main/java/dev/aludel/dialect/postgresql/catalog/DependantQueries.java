package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.postgresql.session.OwnStatement;

/**
 * One statement finds all that stands on given columns, keys and relations, at first or second hand, and prints it with what
 * belongs to it. Its parameters are arrays of the same length: the kinds ({@code column}, {@code constraint}, {@code index} or
 * {@code relation}), the schemas and names of the relations, and the names of their parts.
 */
public final class DependantQueries {

    private DependantQueries() {}

    /** A view's own dependency on its query is none; what depends on the query of a view depends on the view. */
    public static final String GRAPH = "with recursive " + OwnStatement.SPEAKING + ", " + """
            asked as (
                select w.n, w.kind, s.oid as namespace, w.name, w.part
                from unnest(?::text[], ?::text[], ?::text[], ?::text[]) with ordinality as w (kind, namespace, name, part, n)
                join pg_catalog.pg_namespace s on s.nspname = w.namespace),
            wanted as (
                select w.n, w.kind, c.oid as relation, w.part
                from asked w join pg_catalog.pg_class c on c.relnamespace = w.namespace and c.relname = w.name
                where w.kind <> 'type'),
            typed as (
                select w.n, d.classid as class, d.objid as object
                from asked w
                join pg_catalog.pg_type t on t.typnamespace = w.namespace and t.typname = w.name
                join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_type'::regclass
                    and d.refobjid in (t.oid, t.typarray) and d.deptype = 'n'
                left join pg_catalog.pg_attribute a on d.classid = 'pg_catalog.pg_class'::regclass
                    and a.attrelid = d.objid and a.attnum = d.objsubid and a.attinhcount = 0
                left join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'f')
                where w.kind = 'type'
                    and (d.classid = 'pg_catalog.pg_proc'::regclass or c.oid is not null)),
            family as (
                select n, kind, relation, part from wanted
                union
                select f.n, f.kind, i.inhrelid, f.part
                from family f join pg_catalog.pg_inherits i on i.inhparent = f.relation
                where f.kind = 'column'),
            begin as (
                select f.n, 'pg_catalog.pg_class'::regclass::oid as class, f.relation as object, a.attnum::int as part
                from family f
                join pg_catalog.pg_attribute a on a.attrelid = f.relation and a.attname = f.part and not a.attisdropped
                where f.kind = 'column'
                union all
                select w.n, 'pg_catalog.pg_constraint'::regclass, k.oid, -1
                from wanted w join pg_catalog.pg_constraint k on k.conrelid = w.relation and k.conname = w.part
                where w.kind = 'constraint'
                union all
                select w.n, 'pg_catalog.pg_class'::regclass, k.conindid, -1
                from wanted w join pg_catalog.pg_constraint k on k.conrelid = w.relation and k.conname = w.part
                where w.kind = 'constraint' and k.conindid <> 0
                union all
                select w.n, 'pg_catalog.pg_class'::regclass, i.indexrelid, -1
                from wanted w
                join pg_catalog.pg_index i on i.indrelid = w.relation
                join pg_catalog.pg_class c on c.oid = i.indexrelid and c.relname = w.part
                where w.kind = 'index'
                union all
                select w.n, 'pg_catalog.pg_class'::regclass, w.relation, -1 from wanted w where w.kind = 'relation'
                union all
                select w.n, 'pg_catalog.pg_type'::regclass, y.oid, -1
                from wanted w join pg_catalog.pg_type t on t.typrelid = w.relation
                cross join lateral (values (t.oid), (t.typarray)) as y (oid)
                where w.kind = 'relation' and y.oid <> 0),
            edge (source, class, object, strength) as (
                select 'touch ' || w.n, 'pg_catalog.pg_class'::regclass::oid, w.relation, 'self'
                from wanted w join pg_catalog.pg_class c on c.oid = w.relation and c.relkind = 'v'
                union
                select 'touch ' || b.n, x.class, x.object, d.deptype::text
                from begin b
                join pg_catalog.pg_depend d on d.refclassid = b.class and d.refobjid = b.object
                    and (b.part = -1 or d.refobjsubid = b.part) and d.deptype in ('n', 'a')
                left join pg_catalog.pg_rewrite r
                    on d.classid = 'pg_catalog.pg_rewrite'::regclass and r.oid = d.objid and r.rulename = '_RETURN'
                cross join lateral (
                    select case when r.oid is null then d.classid else 'pg_catalog.pg_class'::regclass end as class,
                        coalesce(r.ev_class, d.objid) as object) x
                where (x.class, x.object) <> (b.class, b.object)
                union
                select 'touch ' || t.n, t.class, t.object, 'type' from typed t
                union
                select e.class || ':' || e.object, x.class, x.object, d.deptype::text
                from edge e
                cross join lateral (
                    select e.class, e.object
                    union all
                    select 'pg_catalog.pg_type'::regclass, t.oid
                    from pg_catalog.pg_type t
                    where e.class = 'pg_catalog.pg_class'::regclass and t.typrelid = e.object
                    union all
                    select 'pg_catalog.pg_type'::regclass, t.typarray
                    from pg_catalog.pg_type t
                    where e.class = 'pg_catalog.pg_class'::regclass and t.typrelid = e.object) as on_it (class, object)
                join pg_catalog.pg_depend d
                    on d.refclassid = on_it.class and d.refobjid = on_it.object and d.deptype in ('n', 'a')
                left join pg_catalog.pg_rewrite r
                    on d.classid = 'pg_catalog.pg_rewrite'::regclass and r.oid = d.objid and r.rulename = '_RETURN'
                cross join lateral (
                    select case when r.oid is null then d.classid else 'pg_catalog.pg_class'::regclass end as class,
                        coalesce(r.ev_class, d.objid) as object) x
                where (x.class, x.object) <> (e.class, e.object) and e.strength <> 'type'),
            node as (
                select e.class, e.object, array_agg(distinct e.source || ' ' || e.strength) as sources,
                    exists (select from pg_catalog.pg_depend d
                        where d.classid = e.class and d.objid = e.object and d.deptype = 'e') as member,
                    (select pg_get_userbyid(o.owner)
                        from (select case e.class
                            when 'pg_catalog.pg_class'::regclass then (select r.relowner from pg_catalog.pg_class r where r.oid = e.object)
                            when 'pg_catalog.pg_proc'::regclass then (select p.proowner from pg_catalog.pg_proc p where p.oid = e.object)
                            when 'pg_catalog.pg_statistic_ext'::regclass then
                                (select x.stxowner from pg_catalog.pg_statistic_ext x where x.oid = e.object)
                            when 'pg_catalog.pg_publication_rel'::regclass then (select p.pubowner
                                from pg_catalog.pg_publication_rel l join pg_catalog.pg_publication p on p.oid = l.prpubid
                                where l.oid = e.object)
                            when 'pg_catalog.pg_constraint'::regclass then (select r.relowner
                                from pg_catalog.pg_constraint k join pg_catalog.pg_class r on r.oid = k.conrelid
                                where k.oid = e.object) end as owner) o
                        where not pg_has_role(o.owner, 'usage')) as barred
                from edge e
                group by e.class, e.object)
            """;

    /** Kind, name, relation, removal, definition, settings and comments are to be filled in. */
    static final String COLUMNS = """
            select n.class || ':' || n.object as key, n.sources, n.member, n.barred, %s as kind, s.nspname,
                %s as name, %s as relation, %s as removal, %s as definition, %s as settings, %s as comments
            from node n
            cross join speaking
            """;

    static final String VIEWS = COLUMNS.formatted(
                    "case c.relkind when 'v' then 'VIEW' else 'MATERIALIZED_VIEW' end",
                    "c.relname",
                    "c.relname",
                    "'drop ' || k.kind || c.oid::regclass",
                    """
                    'create ' || k.kind || c.oid::regclass
                        || case c.relkind when 'v' then '' else
                            coalesce(' using ' || (select quote_ident(m.amname) from pg_catalog.pg_am m
                                where m.oid = c.relam and m.amname <> 'heap'), '')
                            || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
                            || coalesce(' tablespace ' || (select quote_ident(p.spcname) from pg_catalog.pg_tablespace p
                                where p.oid = c.reltablespace), '') end
                        || ' as ' || ltrim(rtrim(pg_get_viewdef(c.oid), ';'))
                        || case when c.relkind = 'v' then '' when c.relispopulated then ' with data' else ' with no data' end
                    """,
                    """
                    array(select 'alter view ' || c.oid::regclass || ' set (' || array_to_string(c.reloptions, ', ') || ')'
                        where c.relkind = 'v' and c.reloptions is not null)
                    || array(select 'alter view ' || c.oid::regclass || ' alter column ' || quote_ident(a.attname)
                            || ' set default ' || pg_get_expr(f.adbin, f.adrelid)
                        from pg_catalog.pg_attrdef f
                        join pg_catalog.pg_attribute a on a.attrelid = f.adrelid and a.attnum = f.adnum
                        where f.adrelid = c.oid order by a.attnum)
                    || array(select t.text from pg_catalog.pg_index i
                        join pg_catalog.pg_class x on x.oid = i.indexrelid
                        cross join lateral unnest(array[
                            pg_get_indexdef(i.indexrelid),
                            case when i.indisclustered
                                then 'alter materialized view ' || c.oid::regclass || ' cluster on ' || quote_ident(x.relname) end,
                            'comment on index ' || i.indexrelid::regclass || ' is '
                                || quote_literal(obj_description(i.indexrelid, 'pg_class'))]
                            ||\s""" + BelongingQueries.indexStatistics("i.indexrelid") + """
                            )
                            with ordinality as t (text, n)
                        where i.indrelid = c.oid and t.text is not null order by x.relname, t.n)
                    || array(select 'alter ' || k.kind || c.oid::regclass || ' owner to ' || quote_ident(pg_get_userbyid(c.relowner))
                        where pg_get_userbyid(c.relowner) <> current_user)
                    ||\s"""
                            + BelongingQueries.columnStorage("c.oid", "k.kind || c.oid::regclass", "c.relkind = 'm'")
                            + """
                    ||\s"""
                            + BelongingQueries.columnStatistics("c.oid", "k.kind || c.oid::regclass", "c.relkind = 'm'")
                            + """
                    ||\s""" + Grants.of("c.relacl", "c.relowner", "c.relnamespace", "c.oid::regclass", "r") + """
                    ||\s"""
                            + Grants.ofColumns("c.oid", "c.relowner", "true"),
                    """
                    array(select 'comment on ' || case d.objsubid when 0 then k.kind || c.oid::regclass
                                else 'column ' || c.oid::regclass || '.' || quote_ident(a.attname) end
                            || ' is ' || quote_literal(d.description)
                        from pg_catalog.pg_description d
                        left join pg_catalog.pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid
                        where d.classoid = 'pg_catalog.pg_class'::regclass and d.objoid = c.oid
                        order by d.objsubid)
                    """)
            + """
            join pg_catalog.pg_class c
                on n.class = 'pg_catalog.pg_class'::regclass and c.oid = n.object and c.relkind in ('v', 'm')
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            cross join lateral (select case c.relkind when 'v' then 'view ' else 'materialized view ' end as kind) k
            """;

    /** Those with a column of a type; in place of a definition, what moves their columns to its successor. */
    private static final String TABLES = COLUMNS.formatted(
                    "'TABLE'",
                    "c.relname",
                    "c.relname",
                    "'drop table ' || c.oid::regclass",
                    """
                    'alter table ' || c.oid::regclass || ' ' || (
                        select string_agg('alter column ' || quote_ident(a.attname) || ' type ' || named.type
                            || ' using ' || quote_ident(a.attname) || '::text::' || named.type, ', ' order by a.attnum)
                        from pg_catalog.pg_attribute a
                        join asked w on w.kind = 'type'
                        join pg_catalog.pg_type t on t.typnamespace = w.namespace and t.typname = w.name
                            and a.atttypid in (t.oid, t.typarray)
                        cross join lateral (select format_type(a.atttypid, a.atttypmod)) as named (type)
                        where a.attrelid = c.oid and not a.attisdropped)
                    """,
                    "'{}'::text[]",
                    "'{}'::text[]")
            + """
            join pg_catalog.pg_class c
                on n.class = 'pg_catalog.pg_class'::regclass and c.oid = n.object and c.relkind in ('r', 'p', 'f')
                and exists (select from unnest(n.sources) as u (source) where u.source like '% type')
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            """;

    static final String TRIGGERS = COLUMNS.formatted(
                    "'TRIGGER'",
                    "g.tgname || ' on ' || c.relname",
                    "c.relname",
                    "'drop trigger ' || quote_ident(g.tgname) || ' on ' || c.oid::regclass",
                    "pg_get_triggerdef(g.oid)",
                    state("g.tgenabled", "trigger", "g.tgname"),
                    comment("trigger", "g.tgname", "g.oid", "pg_trigger"))
            + """
            join pg_catalog.pg_trigger g on n.class = 'pg_catalog.pg_trigger'::regclass and g.oid = n.object
                and not g.tgisinternal and g.tgparentid = 0
            join pg_catalog.pg_class c on c.oid = g.tgrelid
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            """;

    static final String RULES = COLUMNS.formatted(
                    "'RULE'",
                    "r.rulename || ' on ' || c.relname",
                    "c.relname",
                    "'drop rule ' || quote_ident(r.rulename) || ' on ' || c.oid::regclass",
                    "rtrim(pg_get_ruledef(r.oid), ';')",
                    state("r.ev_enabled", "rule", "r.rulename"),
                    comment("rule", "r.rulename", "r.oid", "pg_rewrite"))
            + """
            join pg_catalog.pg_rewrite r on n.class = 'pg_catalog.pg_rewrite'::regclass and r.oid = n.object
                and r.rulename <> '_RETURN'
            join pg_catalog.pg_class c on c.oid = r.ev_class
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            """;

    static final String POLICIES = COLUMNS.formatted(
                    "'POLICY'",
                    "p.polname || ' on ' || c.relname",
                    "c.relname",
                    "'drop policy ' || quote_ident(p.polname) || ' on ' || c.oid::regclass",
                    """
                    'create policy ' || quote_ident(p.polname) || ' on ' || c.oid::regclass
                        || case when p.polpermissive then '' else ' as restrictive' end
                        || case p.polcmd when 'r' then ' for select' when 'a' then ' for insert' when 'w' then ' for update'
                            when 'd' then ' for delete' else '' end
                        || ' to ' || (select string_agg(case o.role when 0 then 'public'
                                else quote_ident(pg_get_userbyid(o.role)) end, ', ' order by o.n)
                            from unnest(p.polroles) with ordinality as o (role, n))
                        || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
                        || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
                    """,
                    "'{}'::text[]",
                    comment("policy", "p.polname", "p.oid", "pg_policy"))
            + """
            join pg_catalog.pg_policy p on n.class = 'pg_catalog.pg_policy'::regclass and p.oid = n.object
            join pg_catalog.pg_class c on c.oid = p.polrelid
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            """;

    private static final String FOREIGN_KEYS = COLUMNS.formatted(
                    "'FOREIGN_KEY'",
                    "f.conname || ' on ' || c.relname",
                    "c.relname",
                    "'alter table ' || c.oid::regclass || ' drop constraint ' || quote_ident(f.conname)",
                    """
                    'alter table ' || c.oid::regclass || ' add constraint ' || quote_ident(f.conname) || ' '
                        || pg_get_constraintdef(f.oid)
                    """,
                    "'{}'::text[]",
                    comment("constraint", "f.conname", "f.oid", "pg_constraint"))
            + """
            join pg_catalog.pg_constraint f on n.class = 'pg_catalog.pg_constraint'::regclass and f.oid = n.object
                and f.contype = 'f' and f.conparentid = 0
            join pg_catalog.pg_class c on c.oid = f.conrelid
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            """;

    static final String STATISTICS = COLUMNS.formatted(
                    "'STATISTICS'",
                    "x.stxname",
                    "c.relname",
                    "'drop statistics ' || quote_ident(s.nspname) || '.' || quote_ident(x.stxname)",
                    "pg_get_statisticsobjdef(x.oid)",
                    """
                    array(select 'alter statistics ' || quote_ident(s.nspname) || '.' || quote_ident(x.stxname) || o.text
                        from (values
                            (case when pg_get_userbyid(x.stxowner) <> current_user
                                then ' owner to ' || quote_ident(pg_get_userbyid(x.stxowner)) end),
                            (case when x.stxstattarget >= 0 then ' set statistics ' || x.stxstattarget end)) as o (text)
                        where o.text is not null)
                    """,
                    """
                    array(select 'comment on statistics ' || quote_ident(s.nspname) || '.' || quote_ident(x.stxname)
                            || ' is ' || quote_literal(obj_description(x.oid, 'pg_statistic_ext'))
                        where obj_description(x.oid, 'pg_statistic_ext') is not null)
                    """)
            + """
            join pg_catalog.pg_statistic_ext x on n.class = 'pg_catalog.pg_statistic_ext'::regclass and x.oid = n.object
            join pg_catalog.pg_class c on c.oid = x.stxrelid
            join pg_catalog.pg_namespace s on s.oid = x.stxnamespace
            """;

    static final String FUNCTIONS = COLUMNS.formatted(
                    "'FUNCTION'",
                    "p.proname || '(' || oidvectortypes(p.proargtypes) || ')'",
                    "null",
                    "'drop routine ' || p.oid::regprocedure",
                    "rtrim(pg_get_functiondef(p.oid), E' \\n')",
                    """
                    array(select 'alter routine ' || p.oid::regprocedure || ' owner to ' || quote_ident(pg_get_userbyid(p.proowner))
                        where pg_get_userbyid(p.proowner) <> current_user)
                    ||\s"""
                            + Grants.of(
                                    "p.proacl",
                                    "p.proowner",
                                    "p.pronamespace",
                                    "'routine ' || p.oid::regprocedure",
                                    "f"),
                    """
                    array(select 'comment on routine ' || p.oid::regprocedure || ' is '
                            || quote_literal(obj_description(p.oid, 'pg_proc'))
                        where obj_description(p.oid, 'pg_proc') is not null)
                    """)
            + """
            join pg_catalog.pg_proc p
                on n.class = 'pg_catalog.pg_proc'::regclass and p.oid = n.object and p.prokind <> 'a'
            join pg_catalog.pg_namespace s on s.oid = p.pronamespace
            """;

    public static final String ALL = GRAPH
            + String.join(
                    "union all\n",
                    VIEWS,
                    TABLES,
                    ReferrerQueries.HEIRS,
                    ReferrerQueries.DEFAULTS,
                    ReferrerQueries.PARTITIONS,
                    TRIGGERS,
                    RULES,
                    POLICIES,
                    FOREIGN_KEYS,
                    STATISTICS,
                    FUNCTIONS,
                    ReferrerQueries.PUBLICATIONS,
                    ReferrerQueries.OTHERS,
                    BelongingQueries.COLUMNS,
                    BelongingQueries.INDEXES,
                    BelongingQueries.CONSTRAINTS,
                    BelongingQueries.RELATIONS)
            + "order by kind, nspname, name";

    private static String state(String letter, String kind, String name) {
        return """
                array(select 'alter table ' || c.oid::regclass || e.action || ' %2$s ' || quote_ident(%3$s)
                    from (select case %1$s when 'D' then ' disable' when 'R' then ' enable replica'
                        when 'A' then ' enable always' end as action) e
                    where e.action is not null)
                """.formatted(letter, kind, name);
    }

    private static String comment(String kind, String name, String oid, String catalog) {
        return """
                array(select 'comment on %1$s ' || quote_ident(%2$s) || ' on ' || c.oid::regclass || ' is '
                        || quote_literal(obj_description(%3$s, '%4$s'))
                    where obj_description(%3$s, '%4$s') is not null)
                """.formatted(kind, name, oid, catalog);
    }
}
