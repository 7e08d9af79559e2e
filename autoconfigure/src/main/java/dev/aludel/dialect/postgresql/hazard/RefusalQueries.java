package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.catalog.DependantQueries;

/** One statement finds the rules by which the server refuses the changes of a plan. Its parameters are those of {@link DependantQueries}. */
public final class RefusalQueries {

    private RefusalQueries() {}

    private static final String PARTITION_KEY = """
            select b.n, 'PARTITION_KEY' as refusal, c.oid::regclass::text as object
            from begin b
            cross join speaking
            join pg_catalog.pg_class c on b.class = 'pg_catalog.pg_class'::regclass and c.oid = b.object and b.part > 0
            join pg_catalog.pg_partitioned_table p on p.partrelid = c.oid
            where b.part = any (p.partattrs::int2[])
                or exists (select from pg_catalog.pg_depend d where d.classid = b.class and d.objid = c.oid and d.objsubid = 0
                    and d.refclassid = b.class and d.refobjid = c.oid and d.refobjsubid = b.part)
            """;

    private static final String INHERITED = """
            select b.n, 'INHERITED', (select min(i.inhparent::regclass::text) from pg_catalog.pg_inherits i where i.inhrelid = a.attrelid)
            from begin b
            cross join speaking
            join wanted w on w.n = b.n and w.kind = 'column' and w.relation = b.object
            join pg_catalog.pg_attribute a on a.attrelid = b.object and a.attnum = b.part and a.attinhcount > 0
            """;

    private static final String TYPED = """
            select w.n, 'TYPED', format_type(c.reloftype, null)
            from wanted w
            cross join speaking
            join pg_catalog.pg_class c on c.oid = w.relation and c.reloftype <> 0
            where w.kind in ('column', 'row')
            """;

    /** A column of the row type itself, of an array of it, or of a domain over one of the two. */
    private static final String ROW_TYPE = """
            select w.n, 'ROW_TYPE', o.oid::regclass || '.' || quote_ident(a.attname)
            from wanted w
            cross join speaking
            join pg_catalog.pg_type r on r.typrelid = w.relation
            join pg_catalog.pg_type u on u.oid in (r.oid, r.typarray) or u.typbasetype in (r.oid, nullif(r.typarray, 0))
            join pg_catalog.pg_attribute a on a.atttypid = u.oid and not a.attisdropped
            join pg_catalog.pg_class o on o.oid = a.attrelid and o.relkind in ('r', 'm', 'p')
            where w.kind in ('column', 'row')
            """;

    private static final String UNPUBLISHED = """
            select w.n, 'UNPUBLISHED', min(p.pubname::text)
            from wanted w
            cross join speaking
            join pg_catalog.pg_class c on c.oid = w.relation
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            join pg_catalog.pg_index x on x.indrelid = c.oid
            join pg_catalog.pg_class i on i.oid = x.indexrelid and i.relname = w.part
            join pg_catalog.pg_publication_tables t on t.schemaname = s.nspname and t.tablename = c.relname
            join pg_catalog.pg_publication p on p.pubname = t.pubname and (p.pubupdate or p.pubdelete)
            where w.kind in ('constraint', 'index')
                and (c.relreplident = 'd' and x.indisprimary or c.relreplident = 'i' and x.indisreplident)
            group by w.n
            """;

    private static final String PARTITIONED = """
            select w.n, 'PARTITIONED', pg_get_partkeydef(w.relation)
            from wanted w
            cross join speaking
            join pg_catalog.pg_partitioned_table p on p.partrelid = w.relation
            where w.kind = 'key' and exists (
                select from unnest(p.partattrs::int2[]) k (attnum)
                left join pg_catalog.pg_attribute a on a.attrelid = w.relation and a.attnum = k.attnum
                where a.attname is null or a.attname <> all (string_to_array(w.part, E'\\n')))
            """;

    private static final String GENERATED = """
            select b.n, 'GENERATED', c.oid::regclass || '.' || quote_ident(a.attname)
            from begin b
            cross join speaking
            join wanted w on w.n = b.n and w.kind = 'column' and w.relation <> b.object
            join pg_catalog.pg_class c on c.oid = b.object
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attgenerated <> '' and a.attinhcount = 0
            join pg_catalog.pg_attrdef f on f.adrelid = c.oid and f.adnum = a.attnum
            where b.class = 'pg_catalog.pg_class'::regclass
                and exists (select from pg_catalog.pg_depend d
                    where (d.classid = 'pg_catalog.pg_attrdef'::regclass and d.objid = f.oid
                            or d.classid = b.class and d.objid = c.oid and d.objsubid = a.attnum) -- before 15
                        and d.refclassid = b.class and d.refobjid = c.oid and d.refobjsubid = b.part)
            """;

    public static final String ALL = DependantQueries.GRAPH
            + String.join("union all\n", PARTITION_KEY, INHERITED, TYPED, ROW_TYPE, UNPUBLISHED, PARTITIONED, GENERATED)
            + "order by n, refusal, object";
}
