package dev.aludel.scenario;

import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands in the tables of a database: per table its columns, and its rows as texts by column. */
public record Rows(Map<String, Content> tables) {

    static final Rows NONE = new Rows(Map.of());

    private static final String TABLES = """
            select oid::regclass::text from pg_class
            where relkind = 'r' and relname <> 'aludel_revision'
            and relnamespace in (select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')
            """;

    /**
     * What is computed from other columns is no value of the row's own. A composite value is taken apart, since its attributes
     * come and go as columns do.
     */
    private static final String COLUMNS = """
            with recursive part (path, expression, type) as (
                select attname::text, quote_ident(attname), atttypid from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                union all
                select path || '.' || a.attname, case when t.typtype = 'c' then '(' || expression || ').' || quote_ident(a.attname)
                    else 'array(select (' || expression || '[i]).' || quote_ident(a.attname)
                        || ' from generate_subscripts(' || expression || ', 1) as i order by i)' end, a.atttypid
                from part
                join pg_type t on t.oid = part.type
                left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
                join pg_attribute a on a.attrelid = greatest(t.typrelid, e.typrelid)
                    and a.attnum > 0 and not a.attisdropped
            )
            select expression || ' as ' || quote_ident(path) from part
            where not exists (select from pg_type t left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
                where t.oid = part.type and greatest(t.typrelid, e.typrelid) > 0::oid)
            """;

    /** The columns and rows of a table. */
    public record Content(Set<String> columns, List<String> rows, List<Map<String, String>> values) {

        static Content of(Set<String> columns, List<Map<String, String>> values) {
            return new Content(
                    columns, values.stream().map(Object::toString).sorted().toList(), values);
        }

        Content over(Set<String> others) {
            Set<String> both = new TreeSet<>(columns);
            both.retainAll(others);
            return of(
                    both,
                    values.stream()
                            .map(row -> {
                                Map<String, String> kept = new TreeMap<>(row);
                                kept.keySet().retainAll(both);
                                return kept;
                            })
                            .toList());
        }
    }

    public static Rows of(TestDatabase database) {
        Map<String, Content> tables = new TreeMap<>();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            for (String table : database.query(TABLES)) {
                String columns = String.join(", ", database.query(COLUMNS.formatted(table)));
                try (ResultSet rows = statement.executeQuery("select " + columns + " from " + table)) {
                    tables.put(table, read(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Rows(tables);
    }

    private static Content read(ResultSet rows) throws SQLException {
        Set<String> columns = new TreeSet<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            columns.add(rows.getMetaData().getColumnName(i));
        }
        List<Map<String, String>> values = new ArrayList<>();
        while (rows.next()) {
            Map<String, String> row = new TreeMap<>();
            for (String column : columns) {
                row.put(column, String.valueOf(rows.getString(column)));
            }
            values.add(row);
        }
        return Content.of(columns, values);
    }

    /** What is left without the tables and columns that the other lacks. */
    public Rows within(Rows other) {
        Map<String, Content> both = new TreeMap<>();
        tables.forEach((table, content) -> {
            Content theirs = other.tables.get(table);
            if (theirs != null) {
                both.put(table, content.over(theirs.columns));
            }
        });
        return new Rows(both);
    }

    /** What is left without columns, given as {@code table.column}. */
    public Rows without(List<String> columns) {
        Map<String, Content> others = new TreeMap<>();
        tables.forEach((table, content) -> {
            Set<String> kept = new TreeSet<>(content.columns);
            kept.removeIf(column -> columns.contains(table + "." + column));
            others.put(table, content.over(kept));
        });
        return new Rows(others);
    }

    /** A line per row, to be read and compared. */
    public List<String> lines() {
        return tables.entrySet().stream()
                .flatMap(table -> table.getValue().rows.stream().map(row -> table.getKey() + " " + row))
                .toList();
    }
}
