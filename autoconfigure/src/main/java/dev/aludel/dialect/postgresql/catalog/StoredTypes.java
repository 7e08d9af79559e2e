package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.dialect.postgresql.session.Rows;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.schema.CompositeType;
import dev.aludel.schema.CompositeType.Attribute;
import dev.aludel.schema.EnumType;
import dev.aludel.schema.EnumType.TextCast;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.UserType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** The enumerations and composite types of a database, in one statement: a row for each value or attribute. */
final class StoredTypes {

    private static final String QUERY = OwnStatement.WITH_SPEAKING + """
            select t.oid, n.nspname, t.typname, t.typtype, e.enumlabel, a.attname,
                format_type(a.atttypid, a.atttypmod) as type,
                case when pg_collation_is_visible(l.oid) then l.collname
                    else '"' || k.nspname || '"."' || l.collname || '"' end as collation,
                ad.description as attribute_comment, d.description as comment,
                f.oid is not null as from_varchar, o.oid is not null as to_varchar
            from pg_catalog.pg_type t
            join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            left join pg_catalog.pg_class c on c.oid = t.typrelid
            left join pg_catalog.pg_enum e on e.enumtypid = t.oid
            left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join pg_catalog.pg_type y on y.oid = a.atttypid
            left join pg_catalog.pg_collation l on l.oid = a.attcollation and a.attcollation <> y.typcollation
            left join pg_catalog.pg_namespace k on k.oid = l.collnamespace
            left join pg_catalog.pg_description ad
                on ad.classoid = 'pg_catalog.pg_class'::regclass and ad.objoid = c.oid and ad.objsubid = a.attnum
            left join pg_catalog.pg_description d
                on d.classoid = 'pg_catalog.pg_type'::regclass and d.objoid = t.oid
            left join pg_catalog.pg_cast f on f.castsource = 'pg_catalog.varchar'::regtype and f.casttarget = t.oid
                and f.castmethod = 'i' and f.castcontext = 'i'
            left join pg_catalog.pg_cast o on o.castsource = t.oid and o.casttarget = 'pg_catalog.varchar'::regtype
                and o.castmethod = 'i' and o.castcontext = 'i'
            cross join speaking
            where t.typnamespace = any (?) and (t.typtype = 'e' or t.typtype = 'c' and c.relkind = 'c')
                and not exists (select from pg_catalog.pg_depend x
                    where x.classid = 'pg_catalog.pg_type'::regclass and x.objid = t.oid and x.deptype = 'e')
            order by n.nspname, t.typname, e.enumsortorder, a.attnum""";

    /** A type whose rows are being read. */
    private record Rowset(
            ObjectName name,
            boolean enumeration,
            List<String> values,
            List<Attribute> attributes,
            Set<TextCast> casts,
            @org.jspecify.annotations.Nullable String comment) {

        UserType type() {
            return enumeration
                    ? new EnumType(name, values, casts, comment)
                    : new CompositeType(name, attributes, comment);
        }
    }

    private final String ownSchema;
    private final BiFunction<String, String, ObjectName> names;

    StoredTypes(String ownSchema, BiFunction<String, String, ObjectName> names) {
        this.ownSchema = ownSchema;
        this.names = names;
    }

    List<UserType> read(Connection connection, Array in) throws SQLException {
        Map<Long, Rowset> types = new LinkedHashMap<>();
        Rows.each(connection, QUERY, in, row -> {
            Rowset type = types.get(row.getLong("oid"));
            if (type == null) {
                type = begun(row);
                types.put(row.getLong("oid"), type);
            }
            add(type, row);
        });
        return types.values().stream().map(Rowset::type).toList();
    }

    private Rowset begun(ResultSet row) throws SQLException {
        Set<TextCast> casts = EnumSet.noneOf(TextCast.class);
        if (row.getBoolean("from_varchar")) {
            casts.add(TextCast.FROM_VARCHAR);
        }
        if (row.getBoolean("to_varchar")) {
            casts.add(TextCast.TO_VARCHAR);
        }
        return new Rowset(
                names.apply(row.getString("nspname"), row.getString("typname")),
                "e".equals(row.getString("typtype")),
                new ArrayList<>(),
                new ArrayList<>(),
                casts,
                row.getString("comment"));
    }

    private void add(Rowset type, ResultSet row) throws SQLException {
        String value = row.getString("enumlabel");
        if (value != null) {
            type.values().add(value);
        }
        String attribute = row.getString("attname");
        if (attribute != null) {
            type.attributes()
                    .add(new Attribute(
                            attribute,
                            TypeName.normal(row.getString("type"), ownSchema),
                            row.getString("collation"),
                            row.getString("attribute_comment")));
        }
    }
}
