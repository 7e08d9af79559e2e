package dev.aludel.dialect.postgresql.catalog;

/**
 * Prints the properties that columns, indexes, constraints, tables and sequences lose when they are made anew or dropped, and that no
 * mapping has: statistics targets, storage, privileges, comments of indexes and constraints, replica identity, the mark of {@code
 * cluster}. Parts of {@link DependantQueries#ALL}.
 *
 * <p>As <em>settings</em> stands what holds only for the same definition, as <em>comments</em> what the name alone needs; of a column, as
 * settings what a change of its type resets, and as comments what it loses only by being dropped.
 */
final class BelongingQueries {

    private BelongingQueries() {}

    /** Kind, name, settings and comments are to be filled in. */
    private static final String BELONGINGS = """
            select b.class || ':' || b.object || ':' || b.part as key, array['touch ' || b.n || ' self'] as sources,
                false as member, null as barred, %s as kind, s.nspname, %s as name, c.relname as relation, null as removal, null as definition,
                %s as settings, %s as comments
            from begin b
            cross join speaking
            join wanted w on w.n = b.n
            """;

    static final String COLUMNS = BELONGINGS.formatted(
                    "'COLUMN'",
                    "c.relname || '.' || a.attname",
                    columnStorage("c.oid", "'table ' || c.oid::regclass", "a.attnum = b.part"),
                    columnStatistics("c.oid", "'table ' || c.oid::regclass", "a.attnum = b.part") + " || "
                            + Grants.ofColumns("c.oid", "c.relowner", "a.attnum = b.part"))
            + """
            join pg_catalog.pg_class c on b.class = 'pg_catalog.pg_class'::regclass and c.oid = b.object and c.relkind in ('r', 'p', 'f')
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = b.part
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            where w.kind = 'column'
            """;

    /** Those that are dropped themselves, and the statistics targets of those that the server makes anew with a column. */
    static final String INDEXES = BELONGINGS.formatted(
                    "'INDEX'",
                    "i.relname",
                    indexStatistics("i.oid") + " || case when w.kind = 'index' then " + marks("c.oid", "x.indexrelid")
                            + " else '{}'::text[] end",
                    indexComments("x.indexrelid") + " || case when w.kind = 'column' then "
                            + marks("c.oid", "x.indexrelid") + " else '{}'::text[] end")
            + """
            cross join lateral (
                select b.object as index where w.kind = 'index' and b.class = 'pg_catalog.pg_class'::regclass
                union
                select d.objid from pg_catalog.pg_depend d
                where w.kind = 'column' and d.refclassid = b.class and d.refobjid = b.object and d.refobjsubid = b.part
                    and d.classid = b.class) f
            join pg_catalog.pg_index x on x.indexrelid = f.index
            join pg_catalog.pg_class i on i.oid = x.indexrelid
            join pg_catalog.pg_class c on c.oid = x.indrelid
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            """;

    /** Those that are dropped themselves, and those over a column whose type changes, which keeps them. */
    static final String CONSTRAINTS = BELONGINGS.formatted(
                    "'CONSTRAINT'",
                    "o.conname",
                    "case when w.kind = 'constraint' and o.contype in ('p', 'u', 'x') then "
                            + primaryStorage("o.conindid") + " || " + marks("c.oid", "o.conindid")
                            + " else '{}'::text[] end",
                    constraintComments("o.oid = k.oid")
                            + " || case when o.contype in ('p', 'u', 'x') then " + indexComments("o.conindid")
                            + " else '{}'::text[] end")
            + """
            cross join lateral (
                select b.object as oid where w.kind = 'constraint' and b.class = 'pg_catalog.pg_constraint'::regclass
                union all
                select l.oid from pg_catalog.pg_constraint l
                where w.kind = 'column' and l.conrelid = b.object and b.part = any (l.conkey) and l.contype <> 'n') k
            join pg_catalog.pg_constraint o on o.oid = k.oid
            join pg_catalog.pg_class c on c.oid = o.conrelid
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            """;

    /** Tables and sequences that are dropped, with all of their parts. */
    static final String RELATIONS = BELONGINGS.formatted(
                    "case c.relkind when 'S' then 'SEQUENCE' else 'TABLE' end",
                    "c.relname",
                    """
                    array(select 'alter ' || l.kind || c.oid::regclass || ' owner to ' || quote_ident(pg_get_userbyid(c.relowner))
                        where pg_get_userbyid(c.relowner) <> current_user)
                    || array(select 'alter table ' || c.oid::regclass || o.text from (values
                            (1, case when c.relrowsecurity then ' enable row level security' end),
                            (2, case when c.relforcerowsecurity then ' force row level security' end),
                            (3, case when c.relkind <> 'S' then case c.relreplident when 'f' then ' replica identity full'
                                when 'n' then ' replica identity nothing' end end)) as o (n, text)
                        where o.text is not null order by o.n)
                    || array(select m.text from pg_catalog.pg_index x
                        cross join lateral unnest(""" + primaryStorage("x.indexrelid") + " || " + marks("c.oid", "x.indexrelid") + " || "
                            + indexStatistics("x.indexrelid") + """
                            ) as m (text)
                        where x.indrelid = c.oid order by x.indexrelid::regclass::text, m.text)
                    || case when c.relkind = 'S' then '{}'::text[] else\s"""
                            + columnStorage("c.oid", "'table ' || c.oid::regclass", "true") + " || "
                            + columnStatistics("c.oid", "'table ' || c.oid::regclass", "true") + """
                        end
                    || case when c.relkind = 'S' then\s"""
                            + Grants.of(
                                    "c.relacl", "c.relowner", "c.relnamespace", "'sequence ' || c.oid::regclass", "s")
                            + " else "
                            + Grants.of("c.relacl", "c.relowner", "c.relnamespace", "c.oid::regclass", "r") + " || "
                            + Grants.ofColumns("c.oid", "c.relowner", "true") + " end",
                    """
                    array(select m.text from pg_catalog.pg_index x
                        cross join lateral unnest(""" + indexComments("x.indexrelid") + """
                            ) as m (text)
                        where x.indrelid = c.oid order by m.text)
                    || array(select 'comment on sequence ' || c.oid::regclass || ' is '
                            || quote_literal(obj_description(c.oid, 'pg_class'))
                        where c.relkind = 'S' and obj_description(c.oid, 'pg_class') is not null)
                    ||\s""" + constraintComments("o.conrelid = c.oid"))
            + """
            join pg_catalog.pg_class c on b.class = 'pg_catalog.pg_class'::regclass and c.oid = b.object and c.relkind in ('r', 'p', 'S')
            join pg_catalog.pg_namespace s on s.oid = c.relnamespace
            cross join lateral (select case c.relkind when 'S' then 'sequence ' else 'table ' end as kind) l
            where w.kind = 'relation'
            """;

    /** How the values of columns are stored, where it is not as their type says; {@code a} is the column. */
    static String columnStorage(String relation, String object, String condition) {
        return columns(relation, object, condition, """
                (1, case when a.attstorage <> (select t.typstorage from pg_catalog.pg_type t where t.oid = a.atttypid)
                    then ' set storage ' || case a.attstorage when 'p' then 'plain' when 'e' then 'external'
                        when 'm' then 'main' else 'extended' end end),
                (2, case a.attcompression when 'p' then ' set compression pglz' when 'l' then ' set compression lz4' end)""");
    }

    /** Statistics targets and what is said of the values of columns; {@code a} is the column. */
    static String columnStatistics(String relation, String object, String condition) {
        return columns(relation, object, condition, """
                (1, case when a.attstattarget >= 0 then ' set statistics ' || a.attstattarget end),
                (2, ' set (' || array_to_string(a.attoptions, ', ') || ')')""");
    }

    private static String columns(String relation, String object, String condition, String actions) {
        return """
                array(select 'alter ' || %2$s || ' alter column ' || quote_ident(a.attname) || o.text
                    from pg_catalog.pg_attribute a
                    cross join lateral (values %4$s) as o (n, text)
                    where a.attrelid = %1$s and a.attnum > 0 and not a.attisdropped and %3$s and o.text is not null
                    order by a.attnum, o.n)
                """.formatted(relation, object, condition, actions);
    }

    /** The statistics targets of an index's expressions. */
    static String indexStatistics(String index) {
        return """
                array(select 'alter index ' || %1$s::regclass || ' alter column ' || e.attnum || ' set statistics ' || e.attstattarget
                    from pg_catalog.pg_attribute e
                    where e.attrelid = %1$s and e.attnum > 0 and e.attstattarget >= 0 order by e.attnum)
                """.formatted(index);
    }

    private static String indexComments(String index) {
        return """
                array(select 'comment on index ' || %1$s::regclass || ' is ' || quote_literal(obj_description(%1$s, 'pg_class'))
                    where obj_description(%1$s, 'pg_class') is not null)
                """.formatted(index);
    }

    private static String constraintComments(String condition) {
        return """
                array(select 'comment on constraint ' || quote_ident(o.conname) || ' on ' || o.conrelid::regclass || ' is '
                        || quote_literal(obj_description(o.oid, 'pg_constraint'))
                    from pg_catalog.pg_constraint o
                    where %s and obj_description(o.oid, 'pg_constraint') is not null order by o.conname)
                """.formatted(condition);
    }

    /** How the index of a primary key is stored, which no mapping says; the reader knows it of other keys. */
    private static String primaryStorage(String index) {
        return """
                array(select 'alter index ' || stored.oid::regclass || storage.text
                    from pg_catalog.pg_class stored
                    join pg_catalog.pg_index key on key.indexrelid = stored.oid and key.indisprimary
                    cross join lateral (values
                        (1, ' set (' || array_to_string(stored.reloptions, ', ') || ')'),
                        (2, ' set tablespace ' || (select quote_ident(p.spcname) from pg_catalog.pg_tablespace p
                            where p.oid = stored.reltablespace))) as storage (n, text)
                    where stored.oid = %s and storage.text is not null order by storage.n)
                """.formatted(index);
    }

    /** That a table is clustered on an index, or replicated by it. */
    private static String marks(String table, String index) {
        return """
                array(select 'alter table ' || %1$s::regclass || mark.text || (select quote_ident(named.relname)
                        from pg_catalog.pg_class named where named.oid = %2$s)
                    from pg_catalog.pg_index u
                    cross join lateral (values
                        (1, case when u.indisclustered then ' cluster on ' end),
                        (2, case when u.indisreplident then ' replica identity using index ' end)) as mark (n, text)
                    where u.indexrelid = %2$s and mark.text is not null order by mark.n)
                """.formatted(table, index);
    }
}
