package dev.aludel.dialect.postgresql;

import static java.util.stream.Collectors.joining;

import dev.aludel.AludelException;
import dev.aludel.dialect.Batches.Batch;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes rows by ranges of a key: the next ones are looked up, then changed between two values of the key, which its index finds. */
record PostgresBatch(BatchedStatement statement, List<String> key, int size, Duration pause) implements Batch {

    @Override
    public @Nullable String next(Connection connection, String position) throws SQLException {
        List<String> columns = key.isEmpty() ? primaryKey(connection) : quoted(key);
        String behind = position.isEmpty() ? "true" : row(columns) + " > " + values(position);
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
                jdbc.execute(statement.over("(" + behind + ") and " + row(columns) + " <= " + values(end)));
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

    private List<String> primaryKey(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        String query = "select quote_ident(a.attname) from pg_catalog.pg_index i"
                + " join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)"
                + " where i.indisprimary and i.indrelid = " + Identifiers.literal(statement.table())
                + "::regclass order by array_position(i.indkey::int2[], a.attnum)";
        try (Statement jdbc = connection.createStatement();
                ResultSet row = jdbc.executeQuery(query)) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
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
        return Psql.block("""
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
