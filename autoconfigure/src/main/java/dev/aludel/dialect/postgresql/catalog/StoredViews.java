package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.dialect.postgresql.session.Rows;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** The views of a database that are asked for, in one statement. Only these are printed: printing locks what a view reads. */
final class StoredViews {

    private static final String QUERIES = OwnStatement.WITH_SPEAKING + """
            select n.nspname, c.relname, rtrim(pg_get_viewdef(c.oid), ';') as query,
                obj_description(c.oid, 'pg_class') as comment,
                array(select a.attname::text from pg_catalog.pg_attribute a
                    where a.attrelid = c.oid and col_description(c.oid, a.attnum) is not null
                    order by a.attnum) as columns,
                array(select col_description(c.oid, a.attnum) from pg_catalog.pg_attribute a
                    where a.attrelid = c.oid and col_description(c.oid, a.attnum) is not null
                    order by a.attnum) as comments
            from unnest(?::oid[], ?::name[]) as wanted (namespace, name)
            join pg_catalog.pg_class c
                on c.relnamespace = wanted.namespace and c.relname = wanted.name and c.relkind = 'v'
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            cross join speaking
            order by n.nspname, c.relname""";

    private final Connection connection;
    private final Map<String, Long> namespaces;
    private final String ownSchema;
    private final BiFunction<String, String, ObjectName> names;

    StoredViews(
            Connection connection,
            Map<String, Long> namespaces,
            String ownSchema,
            BiFunction<String, String, ObjectName> names) {
        this.connection = connection;
        this.namespaces = namespaces;
        this.ownSchema = ownSchema;
        this.names = names;
    }

    List<View> read(Set<ObjectName> wanted) throws SQLException {
        List<Long> oids = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (ObjectName name : wanted) {
            Long oid = namespaces.get(name.schema().isEmpty() ? ownSchema : name.schema());
            if (oid != null) {
                oids.add(oid);
                texts.add(name.name());
            }
        }
        return OwnStatement.rows(
                connection,
                QUERIES,
                statement -> {
                    statement.setArray(1, connection.createArrayOf("oid", oids.toArray()));
                    statement.setArray(2, connection.createArrayOf("name", texts.toArray()));
                },
                this::view);
    }

    /** A view that vanished while it was being printed has no query. */
    private View view(ResultSet row) throws SQLException {
        String query = row.getString("query");
        List<String> columns = Rows.texts(row, "columns");
        List<String> comments = Rows.texts(row, "comments");
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            byColumn.put(columns.get(i), comments.get(i));
        }
        return new View(
                names.apply(row.getString("nspname"), row.getString("relname")),
                Expression.of(query == null ? "" : query.strip()),
                row.getString("comment"),
                byColumn);
    }
}
