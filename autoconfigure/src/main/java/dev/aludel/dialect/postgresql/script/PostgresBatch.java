package dev.aludel.dialect.postgresql.script;

import static java.util.stream.Collectors.joining;

import dev.aludel.AludelException;
import dev.aludel.dialect.Batches.Batch;
import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.dialect.postgresql.text.Identifiers;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes rows by ranges of a key: the next ones are looked up, then changed between two values of the key, which its index finds. */
record PostgresBatch(BatchedStatement statement, List<String> key, int size, Duration pause) implements Batch {

    @Override
    public @Nullable String next(Connection connection, String position) throws SQLException {
        List<KeyColumn> keys = key.isEmpty() ? primaryKey(connection) : named(connection);
        List<String> columns = keys.stream().map(KeyColumn::name).toList();
        String behind = position.isEmpty() ? "true" : row(columns) + above(keys) + values(position);
        // with its table: the plain name would be the text that is selected, and "9" stands behind "10"
        String last =
                columns.stream().map(column -> "batch." + column + " desc").collect(joining(", "));
        try (Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            String end = end(
                    jdbc,
                    "select %s from (%s) as batch order by %s limit 1"
                            .formatted(
                                    columns.stream()
                                            .map(column -> column + "::text")
                                            .collect(joining(", ")),
                                    range(columns, behind, String.join(", ", columns)),
                                    last));
            if (end != null) {
                jdbc.execute(statement.over("(" + behind + ") and " + row(columns) + upTo(keys) + values(end)));
            }
            return end;
        }
    }

    private String range(List<String> columns, String behind, String selected) {
        return "select %s from %s where %s order by %s limit %d"
                .formatted(
                        selected,
                        statement.table(),
                        statement.both("(" + behind + ")"),
                        String.join(", ", columns),
                        size);
    }

    private static @Nullable String end(Statement jdbc, String query) throws SQLException {
        try (ResultSet row = jdbc.executeQuery(query)) {
            if (!row.next()) {
                return null;
            }
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.add(URLEncoder.encode(row.getString(i), StandardCharsets.UTF_8));
            }
            return String.join("&", values);
        }
    }

    private static String values(String position) {
        return Stream.of(position.split("&", -1))
                .map(value -> Identifiers.literal(URLDecoder.decode(value, StandardCharsets.UTF_8)))
                .collect(joining(", ", "(", ")"));
    }

    private static String row(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }

    private static List<String> quoted(List<String> columns) {
        return columns.stream().map(Identifiers::quote).toList();
    }

    /**
     * A column of the key.
     *
     * @param name quoted
     * @param above the operator by which its index orders, as {@code operator(pg_catalog.>)}; the server would take another one that
     *     somebody made, where its types match better
     * @param upTo its opposite
     */
    private record KeyColumn(String name, String above, String upTo) {}

    private static final String KEYS = OwnStatement.WITH_SPEAKING + """
            select quote_ident(a.attname) as name, o.above, o.up_to
            from pg_catalog.pg_attribute a
            cross join (select to_regclass(?)::oid as oid, ?::text[] as names from speaking offset 0) asked
            left join pg_catalog.pg_index p on p.indrelid = asked.oid and p.indisprimary
            left join lateral (
                select string_agg(format('operator(%I.%s)', s.nspname, x.oprname), '') filter (where m.amopstrategy = 5) as above,
                    string_agg(format('operator(%I.%s)', s.nspname, x.oprname), '') filter (where m.amopstrategy = 2) as up_to
                from (select k.opclass
                    from pg_catalog.pg_index i
                    join pg_catalog.pg_class c on c.oid = i.indexrelid
                    join pg_catalog.pg_am h on h.oid = c.relam and h.amname = 'btree'
                    cross join unnest(i.indkey::int2[], i.indclass::oid[]) with ordinality as k (attnum, opclass, n)
                    where i.indrelid = asked.oid and k.attnum = a.attnum
                    order by i.indisprimary desc, i.indexrelid limit 1) i
                join pg_catalog.pg_opclass oc on oc.oid = i.opclass
                join pg_catalog.pg_amop m on m.amopfamily = oc.opcfamily and m.amoplefttype = oc.opcintype
                    and m.amoprighttype = oc.opcintype and m.amopstrategy in (2, 5)
                join pg_catalog.pg_operator x on x.oid = m.amopopr
                join pg_catalog.pg_namespace s on s.oid = x.oprnamespace) o on true
            where a.attrelid = asked.oid and case when cardinality(asked.names) > 0
                then a.attname = any (asked.names) else a.attnum = any (p.indkey) end
            order by case when cardinality(asked.names) > 0 then array_position(asked.names, a.attname::text)
                else array_position(p.indkey::int2[], a.attnum) end""";

    private List<KeyColumn> named(Connection connection) throws SQLException {
        List<KeyColumn> found = keys(connection);
        return found.size() == key.size()
                ? found
                : quoted(key).stream()
                        .map(name -> new KeyColumn(name, ">", "<="))
                        .toList(); // the server tells what is wrong
    }

    private List<KeyColumn> keys(Connection connection) throws SQLException {
        return OwnStatement.rows(
                connection,
                KEYS,
                asked -> {
                    asked.setString(1, statement.table());
                    asked.setArray(2, connection.createArrayOf("text", key.toArray()));
                },
                row -> new KeyColumn(
                        row.getString("name"),
                        Objects.requireNonNullElse(row.getString("above"), "operator(pg_catalog.>)"),
                        Objects.requireNonNullElse(row.getString("up_to"), "operator(pg_catalog.<=)")));
    }

    /** Rows are compared by one operator; columns whose types have different ones by whichever the path leads to. */
    private static String above(List<KeyColumn> keys) {
        return " " + only(keys.stream().map(KeyColumn::above).toList(), ">") + " ";
    }

    private static String upTo(List<KeyColumn> keys) {
        return " " + only(keys.stream().map(KeyColumn::upTo).toList(), "<=") + " ";
    }

    private static String only(List<String> operators, String otherwise) {
        return Set.copyOf(operators).size() == 1 ? operators.get(0) : otherwise;
    }

    private List<KeyColumn> primaryKey(Connection connection) throws SQLException {
        List<KeyColumn> columns = keys(connection);
        if (columns.isEmpty()) {
            throw new AludelException(
                    "Table %s has no primary key in whose order its rows could be taken. Name the columns of a unique key without nulls: '-- batch: key id', or .key(\"id\")."
                            .formatted(statement.table()));
        }
        return columns;
    }

    /** PL/pgSQL commits between batches where the client is in no transaction (PostgreSQL manual, 43.8). */
    @Override
    public String block() {
        if (key.isEmpty()) {
            throw new AludelException(
                    "The batches of %s name no key, and without a database nobody knows it: '-- batch: key id', or .key(\"id\")."
                            .formatted(statement.table()));
        }
        List<String> columns = quoted(key);
        String low = of("aludel_low", columns);
        String behind = "aludel_low is null or " + row(columns) + " > " + low;
        return PsqlClient.block("""
                declare
                    aludel_low %1$s;
                    aludel_high %1$s;
                begin
                    loop
                        select * into aludel_high from (%2$s) batch order by %3$s limit 1;
                        exit when not found;
                        %4$s;
                        commit;
                        perform pg_sleep(%5$s);
                        aludel_low := aludel_high;
                    end loop;
                end""".formatted(
                        statement.table(),
                        range(columns, behind, "*"),
                        columns.stream().map(column -> column + " desc").collect(joining(", ")),
                        statement.over("(" + behind + ") and " + row(columns) + " <= " + of("aludel_high", columns)),
                        pause.toMillis() / 1000.0));
    }

    private static String of(String variable, List<String> columns) {
        return columns.stream().map(column -> variable + "." + column).collect(joining(", ", "(", ")"));
    }
}
