package dev.aludel.testing;

import java.util.List;

/** One query per kind of object; each gives whole lines. Understood by PostgreSQL 14 to 18. */
final class CatalogQueries {

    private CatalogQueries() {}

    /** Objects of users: not the system's, not an extension's, not Aludel's own. */
    private static String mine(String catalog, String alias, String namespace) {
        return """
                %3$s in (select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')
                and not exists (select from pg_depend e
                    where e.classid = '%1$s'::regclass and e.objid = %2$s.oid and e.deptype = 'e')
                """.formatted(catalog, alias, namespace);
    }

    private static String mine(String relation) {
        return mine("pg_class", relation, relation + ".relnamespace") + " and " + relation
                + ".relname not like 'aludel\\_revision%' ";
    }

    /** Privileges where they are not the owner's usual ones, in the order of their text, which is no meaning. */
    private static String granted(String acl, String kind, String owner) {
        return """
                case when (select array_agg(x::text order by x::text) from unnest(%1$s) x)
                        is distinct from (select array_agg(x::text order by x::text) from unnest(acldefault('%2$s', %3$s)) x)
                    then coalesce(' granted ' || (select array_agg(x::text order by x::text) from unnest(%1$s) x)::text, '') else '' end
                """.formatted(acl, kind, owner);
    }

    private static final String SCHEMAS = """
            select 'schema ' || quote_ident(nspname)
                || case when pg_get_userbyid(nspowner) = current_user then '' else ' owner ' || pg_get_userbyid(nspowner) end
                || coalesce(' granted ' || nspacl::text, '')
                || coalesce(' comment ' || quote_literal(obj_description(n.oid, 'pg_namespace')), '')
            from pg_namespace n
            where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
            """;

    private static final String RELATIONS = """
            select case c.relkind when 'r' then 'table' when 'p' then 'partitioned table' when 'v' then 'view'
                    when 'm' then 'materialized view' when 'f' then 'foreign table' end
                || ' ' || c.oid::regclass
                || case c.relpersistence when 'u' then ' unlogged' else '' end
                || coalesce(' ' || pg_get_partkeydef(c.oid), '')
                || coalesce(' ' || pg_get_expr(c.relpartbound, c.oid), '')
                || coalesce((select string_agg(' inherits ' || i.inhparent::regclass, '' order by i.inhseqno)
                        from pg_inherits i where i.inhrelid = c.oid), '')
                || coalesce(' with ' || (select array_agg(o order by o) from unnest(c.reloptions) o)::text, '')
                || coalesce(' toast ' || (select array_agg(o order by o) from pg_class t, unnest(t.reloptions) o
                        where t.oid = c.reltoastrelid)::text, '')
                || coalesce(' access ' || (select amname from pg_am a where a.oid = c.relam and amname <> 'heap'), '')
                || coalesce(' tablespace ' || (select spcname from pg_tablespace s where s.oid = c.reltablespace), '')
                || case when c.relrowsecurity then ' row security' else '' end
                || case when c.relforcerowsecurity then ' forced' else '' end
                || case when c.relkind in ('r', 'p') and c.relreplident <> 'd' then ' replica identity ' || c.relreplident::text else '' end
                || case when pg_get_userbyid(c.relowner) = current_user then '' else ' owner ' || pg_get_userbyid(c.relowner) end
                ||\s""" + granted("c.relacl", "r", "c.relowner") + """
                || coalesce(' comment ' || quote_literal(obj_description(c.oid, 'pg_class')), '')
                || case when c.relkind in ('v', 'm') then ' as ' || pg_get_viewdef(c.oid) else '' end
                || case when c.relkind = 'm' and not c.relispopulated then ' with no data' else '' end
                || coalesce(' of ' || format_type(nullif(c.reloftype, 0), null), '')
            from pg_class c
            where c.relkind in ('r', 'p', 'v', 'm', 'f') and\s""" + mine("c");

    private static final String COLUMNS = """
            select 'column ' || c.oid::regclass || '.' || quote_ident(a.attname)
                || ' ' || format_type(a.atttypid, a.atttypmod)
                || case when a.attcollation <> t.typcollation
                    then ' collate ' || (select collnamespace::regnamespace || '.' || quote_ident(collname)
                        from pg_collation l where l.oid = a.attcollation) else '' end
                || case when a.attnotnull then ' not null' else '' end
                || case when exists (select from pg_constraint n where n.conrelid = c.oid and n.contype = 'n'
                        and n.conkey = array[a.attnum] and not n.convalidated) then ' not valid' else '' end
                || case a.attidentity when 'a' then ' identity always' when 'd' then ' identity by default' else '' end
                || case a.attgenerated when 's' then ' generated stored ' when 'v' then ' generated virtual '
                    else case when d.oid is null then '' else ' default ' end end
                || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
                || case when a.attstorage <> t.typstorage then ' storage ' || a.attstorage::text else '' end
                || coalesce(' compression ' || nullif(a.attcompression::text, ''), '')
                || coalesce(' with ' || a.attoptions::text, '')
                || coalesce(' of the foreign table ' || a.attfdwoptions::text, '')
                || case when coalesce(a.attstattarget, -1) >= 0 then ' statistics ' || a.attstattarget else '' end
                || coalesce(' granted ' || (select array_agg(x::text order by x::text) from unnest(a.attacl) x)::text, '')
                || coalesce(' comment ' || quote_literal(col_description(c.oid, a.attnum)), '')
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_type t on t.oid = a.atttypid
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where (c.relkind in ('r', 'p', 'f') or c.relkind in ('v', 'm')
                and (d.oid is not null or a.attacl is not null or a.attstattarget >= 0 or a.attoptions is not null
                    or a.attstorage <> t.typstorage or col_description(c.oid, a.attnum) is not null)) and\s""" + mine("c");

    /** The order of the columns in a primary key, and in the foreign keys to it, is no meaning. */
    private static final String CONSTRAINTS = """
            select 'constraint ' || c.oid::regclass || '.' || quote_ident(k.conname)
                || ' ' || case k.contype
                    when 'p' then 'PRIMARY KEY ('
                        || (select string_agg(quote_ident(a.attname), ', ' order by a.attname)
                            from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey))
                        || regexp_replace(pg_get_constraintdef(k.oid), '^PRIMARY KEY \\([^)]*', '')
                    when 'f' then 'FOREIGN KEY ('
                        || (select string_agg(quote_ident(a.attname) || ' to ' || quote_ident(b.attname), ', ' order by a.attname)
                            from unnest(k.conkey, k.confkey) as p (near, far)
                            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.near
                            join pg_attribute b on b.attrelid = k.confrelid and b.attnum = p.far)
                        || ') REFERENCES ' || k.confrelid::regclass
                        || regexp_replace(pg_get_constraintdef(k.oid), '^.*? REFERENCES [^(]*\\([^)]*\\)', '')
                    else pg_get_constraintdef(k.oid) end
                || case when coalesce((to_jsonb(k) ->> 'conenforced')::boolean, true) then '' else ' not enforced' end
                || coalesce((select ' index ' || i.relname from pg_class i
                        where i.oid = k.conindid and i.relname <> k.conname and k.contype in ('p', 'u', 'x')), '')
                || coalesce((select case when x.indisclustered then ' clustered' else '' end
                            || case when x.indisreplident then ' replica identity' else '' end
                            || coalesce(' index comment ' || quote_literal(obj_description(x.indexrelid, 'pg_class')), '')
                        from pg_index x where x.indexrelid = k.conindid and k.contype in ('p', 'u', 'x')), '')
                || coalesce(' comment ' || quote_literal(obj_description(k.oid, 'pg_constraint')), '')
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid
            where k.contype in ('p', 'u', 'f', 'c', 'x') and\s""" + mine("c");

    private static final String INDEXES = """
            select 'index ' || i.oid::regclass || ' ' || pg_get_indexdef(i.oid)
                || case when x.indisvalid then '' else ' invalid' end
                || case when x.indisclustered then ' clustered' else '' end
                || case when x.indisreplident then ' replica identity' else '' end
                || coalesce((select string_agg(' statistics ' || a.attnum || ' ' || a.attstattarget, '' order by a.attnum)
                        from pg_attribute a where a.attrelid = i.oid and a.attstattarget >= 0), '')
                || coalesce(' tablespace ' || (select spcname from pg_tablespace s where s.oid = i.reltablespace), '')
                || coalesce(' comment ' || quote_literal(obj_description(i.oid, 'pg_class')), '')
            from pg_index x
            join pg_class i on i.oid = x.indexrelid
            join pg_class c on c.oid = x.indrelid
            where c.relkind in ('r', 'p', 'm')
            and not exists (select from pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x'))
            and\s""" + mine("c");

    private static final String SEQUENCES = """
            select 'sequence ' || c.oid::regclass || ' ' || format_type(s.seqtypid, null)
                || ' start ' || s.seqstart || ' increment ' || s.seqincrement
                || ' from ' || s.seqmin || ' to ' || s.seqmax || ' cache ' || s.seqcache
                || case when s.seqcycle then ' cycle' else '' end
                || case c.relpersistence when 'u' then ' unlogged' else '' end
                || coalesce((select case d.deptype when 'i' then ' identity of ' else ' owned by ' end
                            || d.refobjid::regclass || '.' || quote_ident(a.attname)
                        from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')), '')
                || case when pg_get_userbyid(c.relowner) = current_user then '' else ' owner ' || pg_get_userbyid(c.relowner) end
                ||\s""" + granted("c.relacl", "s", "c.relowner") + """
                || coalesce(' comment ' || quote_literal(obj_description(c.oid, 'pg_class')), '')
            from pg_sequence s
            join pg_class c on c.oid = s.seqrelid
            where\s""" + mine("c");

    private static final String TYPES =
            """
            select 'type ' || format_type(t.oid, null)
                || case t.typtype
                    when 'e' then ' enum ' || coalesce((select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
                        from pg_enum e where e.enumtypid = t.oid), 'of nothing')
                    when 'd' then ' domain ' || format_type(t.typbasetype, t.typtypmod)
                        || case when t.typnotnull then ' not null' else '' end
                        || coalesce(' default ' || t.typdefault, '')
                        || coalesce((select string_agg(' ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)
                                || coalesce(' comment ' || quote_literal(obj_description(k.oid, 'pg_constraint')), ''),
                                '' order by k.conname) from pg_constraint k where k.contypid = t.oid), '')
                    when 'c' then ' composite ' || (select string_agg(quote_ident(a.attname) || ' '
                            || format_type(a.atttypid, a.atttypmod)
                            || case when a.attcollation in (0, 100) then '' else ' collate ' || a.attcollation::regcollation end,
                            ', ' order by a.attnum)
                        from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)
                    else ' range' end
                || case when pg_get_userbyid(t.typowner) = current_user then '' else ' owner ' || pg_get_userbyid(t.typowner) end
                ||\s""" + granted("t.typacl", "T", "t.typowner") + """
                || coalesce(' comment ' || quote_literal(obj_description(t.oid, 'pg_type')), '')
            from pg_type t
            where (t.typtype in ('e', 'd', 'r')
                or (t.typtype = 'c' and (select relkind from pg_class c where c.oid = t.typrelid) = 'c')) and\s""" + mine("pg_type", "t", "t.typnamespace");

    private static final String CASTS = """
            select 'cast ' || format_type(k.castsource, null) || ' as ' || format_type(k.casttarget, null)
                || case k.castmethod when 'i' then ' with inout' when 'b' then ' without function'
                    else ' with ' || k.castfunc::regprocedure end
                || case k.castcontext when 'i' then ' as implicit' when 'a' then ' as assignment' else '' end
            from pg_cast k
            where k.oid >= 16384
            and not exists (select from pg_depend e
                where e.classid = 'pg_cast'::regclass and e.objid = k.oid and e.deptype = 'e')
            """;

    private static final String FUNCTIONS =
            """
            select 'function ' || p.oid::regprocedure || ' '
                || case when p.prokind = 'a' then 'aggregate' else pg_get_functiondef(p.oid) end
                || case when pg_get_userbyid(p.proowner) = current_user then '' else ' owner ' || pg_get_userbyid(p.proowner) end
                ||\s""" + granted("p.proacl", "f", "p.proowner") + """
                || coalesce(' comment ' || quote_literal(obj_description(p.oid, 'pg_proc')), '')
            from pg_proc p
            where\s""" + mine("pg_proc", "p", "p.pronamespace");

    private static final String TRIGGERS = """
            select 'trigger ' || pg_get_triggerdef(t.oid) || case t.tgenabled when 'O' then '' else ' ' || t.tgenabled::text end
                || coalesce(' comment ' || quote_literal(obj_description(t.oid, 'pg_trigger')), '')
            from pg_trigger t
            join pg_class c on c.oid = t.tgrelid
            where not t.tgisinternal and\s""" + mine("c");

    private static final String RULES = """
            select 'rule ' || pg_get_ruledef(r.oid) || case r.ev_enabled when 'O' then '' else ' ' || r.ev_enabled::text end
                || coalesce(' comment ' || quote_literal(obj_description(r.oid, 'pg_rewrite')), '')
            from pg_rewrite r
            join pg_class c on c.oid = r.ev_class
            where r.rulename <> '_RETURN' and\s""" + mine("c");

    private static final String POLICIES = """
            select 'policy ' || c.oid::regclass || '.' || quote_ident(p.polname) || ' ' || p.polcmd::text
                || case when p.polpermissive then ' permissive' else ' restrictive' end
                || ' to ' || array(select case r when 0 then 'public' else r::regrole::text end
                    from unnest(p.polroles) r order by 1)::text
                || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
                || coalesce(' with check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
                || coalesce(' comment ' || quote_literal(obj_description(p.oid, 'pg_policy')), '')
            from pg_policy p
            join pg_class c on c.oid = p.polrelid
            where\s""" + mine("c");

    private static final String STATISTICS = """
            select 'statistics ' || pg_get_statisticsobjdef(s.oid)
                || case when coalesce(s.stxstattarget, -1) >= 0 then ' statistics ' || s.stxstattarget else '' end
                || case when pg_get_userbyid(s.stxowner) = current_user then '' else ' owner ' || pg_get_userbyid(s.stxowner) end
                || coalesce(' comment ' || quote_literal(obj_description(s.oid, 'pg_statistic_ext')), '')
            from pg_statistic_ext s
            where\s""" + mine("pg_statistic_ext", "s", "s.stxnamespace");

    /** What has no definition that the server prints, by its name. */
    private static final String OTHERS = """
            select 'collation ' || c.oid::regcollation from pg_collation c where\s"""
            + mine("pg_collation", "c", "c.collnamespace") + """
            union all
            select 'operator ' || o.oid::regoperator from pg_operator o where\s"""
            + mine("pg_operator", "o", "o.oprnamespace") + """
            union all
            select 'text search configuration ' || c.oid::regconfig from pg_ts_config c where\s"""
            + mine("pg_ts_config", "c", "c.cfgnamespace") + """
            union all
            select 'default rights in ' || d.defaclnamespace || ' ' || d.defaclobjtype::text || ' ' || d.defaclacl::text
            from pg_default_acl d
            union all
            select 'event trigger ' || evtname || ' ' || evtevent || ' ' || evtfoid::regproc from pg_event_trigger
            union all
            select 'publication ' || p.pubname || coalesce((select string_agg(' ' || r.prrelid::regclass || coalesce(
                        ' columns ' || (to_jsonb(r) ->> 'prattrs'), '') || coalesce((select ' where ' || (to_jsonb(v) ->> 'rowfilter')
                            from pg_publication_tables v where v.pubname = p.pubname
                                and format('%I.%I', v.schemaname, v.tablename)::regclass = r.prrelid), ''), '' order by r.prrelid::regclass::text)
                from pg_publication_rel r where r.prpubid = p.oid), '')
            from pg_publication p
            union all
            select 'foreign server ' || s.srvname || ' of ' || w.fdwname || coalesce(' ' || s.srvoptions::text, '')
            from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw
            union all
            select 'foreign table ' || f.ftrelid::regclass || coalesce(' ' || f.ftoptions::text, '') from pg_foreign_table f
            """;

    private static final String EXTENSIONS =
            "select 'extension ' || extname || ' ' || extversion from pg_extension where extname <> 'plpgsql'";

    static final List<String> ALL = List.of(
            SCHEMAS,
            RELATIONS,
            COLUMNS,
            CONSTRAINTS,
            INDEXES,
            SEQUENCES,
            TYPES,
            CASTS,
            FUNCTIONS,
            TRIGGERS,
            RULES,
            POLICIES,
            STATISTICS,
            OTHERS,
            EXTENSIONS);
}
