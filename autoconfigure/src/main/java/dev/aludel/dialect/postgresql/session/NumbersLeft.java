package dev.aludel.dialect.postgresql.session;

import dev.aludel.dialect.Diagnosis;
import dev.aludel.dialect.Renderer;
import dev.aludel.schema.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Finds columns whose numbers come to an end: an insert fails after the last number of the type, or of the sequence. */
final class NumbersLeft {

    /** Percent of the numbers from which on it is told, and from which on it is a problem. */
    private static final int TOLD = 50;

    private static final int URGENT = 90;

    /** Identities and serial columns by their inner and own sequences, others by their defaults. */
    private static final String QUERY = """
            with numbered (relation, attribute, sequence) as (
                select refobjid, refobjsubid, objid from pg_depend
                where classid = 'pg_class'::regclass and refclassid = 'pg_class'::regclass and deptype in ('a', 'i')
                  and refobjsubid > 0
                union
                select ad.adrelid, ad.adnum, d.refobjid from pg_attrdef ad
                join pg_depend d on d.classid = 'pg_attrdef'::regclass and d.objid = ad.oid
                where d.refclassid = 'pg_class'::regclass),
            used as (
                select n.nspname as schema, c.relname as relation, a.attname as attribute, format_type(a.atttypid, null) as type,
                       sc.relname as sequence, s.seqmax < t.most as ends_before_type, least(s.seqmax, t.most) as most,
                       case when has_sequence_privilege(s.seqrelid, 'usage') or has_sequence_privilege(s.seqrelid, 'select')
                            then pg_sequence_last_value(s.seqrelid) end as last
                from numbered
                join pg_sequence s on s.seqrelid = numbered.sequence and s.seqincrement > 0 and not s.seqcycle
                join pg_class sc on sc.oid = s.seqrelid
                join pg_class c on c.oid = numbered.relation and c.relkind in ('r', 'p')
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum = numbered.attribute
                join (values ('int2'::regtype, 32767), ('int4', 2147483647), ('int8', 9223372036854775807)) t (type, most)
                  on t.type = a.atttypid
                where n.nspname = ?)
            select *, floor(last::numeric * 100 / most) as percent from used where last::numeric * 100 / most > ?
            order by percent desc, relation, attribute""";

    private final Renderer renderer;

    NumbersLeft(Renderer renderer) {
        this.renderer = renderer;
    }

    List<Diagnosis> of(Connection connection, String schema) throws SQLException {
        return Lookup.rows(connection, QUERY, this::diagnosis, schema, TOLD);
    }

    private Diagnosis diagnosis(ResultSet row) throws SQLException {
        boolean endsBeforeType = row.getBoolean("ends_before_type");
        String message = "'%s.%s' has used %d %% of the numbers of %s: %d of %d."
                .formatted(
                        row.getString("relation"),
                        row.getString("attribute"),
                        row.getInt("percent"),
                        endsBeforeType ? "the sequence '" + row.getString("sequence") + "'" : row.getString("type"),
                        row.getLong("last"),
                        row.getLong("most"));
        String remedy = endsBeforeType
                ? "alter sequence " + renderer.quote(ObjectName.of(row.getString("schema"), row.getString("sequence")))
                        + " as " + row.getString("type") + " no maxvalue;"
                : "Map it as a Long, then: aludel revision --autogenerate --online -m \"wider keys\"";
        return row.getInt("percent") >= URGENT
                ? Diagnosis.problem("numbers", message, remedy)
                : Diagnosis.note("numbers", message, remedy);
    }
}
