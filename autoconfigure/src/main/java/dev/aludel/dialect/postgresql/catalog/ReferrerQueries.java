package dev.aludel.dialect.postgresql.catalog;

/**
 * Prints what refers to a table, its row type or a sequence from elsewhere: partitions, heirs, defaults, publications, casts. Parts of {@link
 * DependantQueries#ALL}.
 */
final class ReferrerQueries {

    private ReferrerQueries() {}

    /** Those that inherit from a table that goes, or have a column of its row type. */
    static final String HEIRS = DependantQueries.COLUMNS.formatted(
                    "'TABLE'", "c.relname", "c.relname", """
                    coalesce((select 'alter table ' || c.oid::regclass || ' no inherit ' || i.inhparent::regclass
                            from pg_catalog.pg_inherits i join wanted w on w.kind = 'relation' and w.relation = i.inhparent
                            where i.inhrelid = c.oid limit 1),
                        (select 'alter table ' || c.oid::regclass || ' drop column ' || quote_ident(a.attname)
                            from pg_catalog.pg_attribute a
                            join wanted w on w.kind = 'relation'
                            join pg_catalog.pg_type t on t.typrelid = w.relation and a.atttypid in (t.oid, t.typarray)
                            where a.attrelid = c.oid and not a.attisdropped limit 1),
                        'drop table ' || c.oid::regclass)
                    """, "''", "'{}'::text[]", "'{}'::text[]")
            + """
            join pg_catalog.pg_class c on n.class = 'pg_catalog.pg_class'::regclass and c.oid = n.object
                and c.relkind in ('r', 'p', 'f') and not c.relispartition
                and not exists (select from unnest(n.sources) as u (source) where u.source like '% type')
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            """;

    /** Defaults that take numbers from a sequence, or stand on something else that goes. */
    static final String DEFAULTS = DependantQueries.COLUMNS.formatted(
                    "'COLUMN'",
                    "c.relname || '.' || a.attname",
                    "c.relname",
                    "'alter table ' || c.oid::regclass || ' alter column ' || quote_ident(a.attname) || ' drop default'",
                    """
                    'alter table ' || c.oid::regclass || ' alter column ' || quote_ident(a.attname)
                        || ' set default ' || pg_get_expr(f.adbin, f.adrelid)
                    """,
                    "'{}'::text[]",
                    "'{}'::text[]")
            + """
            join pg_catalog.pg_attrdef f on n.class = 'pg_catalog.pg_attrdef'::regclass and f.oid = n.object
                and exists (select from unnest(n.sources) as u (source) where u.source like 'touch %')
            join pg_catalog.pg_class c on c.oid = f.adrelid and c.relkind in ('r', 'p', 'f')
            join pg_catalog.pg_attribute a on a.attrelid = f.adrelid and a.attnum = f.adnum and a.attgenerated = ''
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            """;

    /** A table's part of a publication, with its columns and its condition; the publication goes on with its other tables. */
    static final String PUBLICATIONS = DependantQueries.COLUMNS.formatted(
                    "'PUBLICATION'",
                    "p.pubname || ' of ' || c.relname",
                    "c.relname",
                    "'alter publication ' || quote_ident(p.pubname) || ' drop table only ' || c.oid::regclass",
                    """
                    'alter publication ' || quote_ident(p.pubname) || ' add table only ' || c.oid::regclass
                        || coalesce((select ' (' || string_agg(quote_ident(a.attname), ', ' order by a.attnum) || ')'
                            from pg_catalog.pg_attribute a
                            where a.attrelid = c.oid and a.attnum::text in (
                                select jsonb_array_elements_text(case jsonb_typeof(l.row -> 'prattrs')
                                    when 'array' then l.row -> 'prattrs'
                                    else to_jsonb(string_to_array(l.row ->> 'prattrs', ' ')) end))
                                and l.row ->> 'prattrs' is not null), '')
                        || coalesce(' where (' || (select to_jsonb(v) ->> 'rowfilter' from pg_catalog.pg_publication_tables v
                            where v.pubname = p.pubname and v.schemaname = s.nspname and v.tablename = c.relname) || ')', '')
                    """,
                    "'{}'::text[]",
                    "'{}'::text[]")
            + """
            join (select r.oid, r.prpubid, r.prrelid, to_jsonb(r) as row from pg_catalog.pg_publication_rel r) l
                on n.class = 'pg_catalog.pg_publication_rel'::regclass and l.oid = n.object
            join pg_catalog.pg_publication p on p.oid = l.prpubid
            join pg_catalog.pg_class c on c.oid = l.prrelid
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            """;

    /** What is neither printed nor put back: casts, operators, aggregates, domains and composite types over the row type of a table. */
    static final String OTHERS = DependantQueries.COLUMNS.formatted(
                    "'OBJECT'",
                    "d.kind || ' ' || d.identity",
                    "null",
                    "'drop ' || d.kind || ' ' || d.identity",
                    "''",
                    "'{}'::text[]",
                    "'{}'::text[]")
            + """
            cross join lateral (
                select case i.type when 'composite type' then 'type' else i.type end as kind, i.schema, i.identity
                from pg_catalog.pg_identify_object(n.class, n.object, 0) i) d
            cross join lateral (select coalesce(d.schema, '') as nspname) s
            where n.class in ('pg_catalog.pg_cast'::regclass, 'pg_catalog.pg_operator'::regclass, 'pg_catalog.pg_opclass'::regclass,
                    'pg_catalog.pg_transform'::regclass)
                or n.class = 'pg_catalog.pg_proc'::regclass
                    and exists (select from pg_catalog.pg_proc a where a.oid = n.object and a.prokind = 'a')
                or n.class = 'pg_catalog.pg_type'::regclass
                    and exists (select from pg_catalog.pg_type t where t.oid = n.object and t.typtype = 'd')
                or n.class = 'pg_catalog.pg_class'::regclass
                    and exists (select from pg_catalog.pg_class c where c.oid = n.object and c.relkind = 'c')
            """;

    /** Indexes and constraints of its own; what its parent has, it gets with it. */
    static final String PARTITIONS = DependantQueries.COLUMNS.formatted(
                    "'PARTITION'", "c.relname", "c.relname", "'drop table ' || c.oid::regclass", """
                    'create table ' || c.oid::regclass || ' partition of ' || i.inhparent::regclass || ' '
                        || pg_get_expr(c.relpartbound, c.oid)
                        || case c.relkind when 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end
                    """, """
                    array(select 'alter table ' || c.oid::regclass || ' add constraint ' || quote_ident(k.conname) || ' '
                            || pg_get_constraintdef(k.oid)
                        from pg_catalog.pg_constraint k
                        where k.conrelid = c.oid and k.conparentid = 0 and k.conislocal and k.contype in ('p', 'u', 'c', 'f', 'x')
                        order by k.contype = 'f', k.conname)
                    || array(select pg_get_indexdef(x.indexrelid)
                        from pg_catalog.pg_index x
                        where x.indrelid = c.oid
                            and not exists (select from pg_catalog.pg_inherits h where h.inhrelid = x.indexrelid)
                            and not exists (select from pg_catalog.pg_constraint k where k.conindid = x.indexrelid)
                        order by x.indexrelid::regclass::text)
                    """, """
                    array(select 'comment on table ' || c.oid::regclass || ' is '
                            || quote_literal(obj_description(c.oid, 'pg_class'))
                        where obj_description(c.oid, 'pg_class') is not null)
                    """)
            + """
            join pg_catalog.pg_class c
                on n.class = 'pg_catalog.pg_class'::regclass and c.oid = n.object and c.relispartition
            join pg_catalog.pg_inherits i on i.inhrelid = c.oid
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            """;
}
