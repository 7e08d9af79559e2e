package dev.aludel.fuzz;

import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One row in each table that takes one, from what the catalogue says alone. Equal types have equal values, so that each
 * reference finds its row; a table whose checks take none of the values that are tried stays empty.
 */
final class Filling {

    private static final String COLUMNS = """
            select a.attrelid::regclass::text, r.relkind, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
                a.attnotnull,
                coalesce((select enumlabel from pg_enum where enumtypid = a.atttypid order by enumsortorder limit 1), ''),
                coalesce((select string_agg(pg_get_constraintdef(c.oid), ' ') from pg_constraint c
                    where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]), '')
            from pg_attribute a join pg_class r on r.oid = a.attrelid
            where r.relkind in ('r', 'c') and r.relname <> 'aludel_revision' and a.attnum > 0 and not a.attisdropped
                and a.attgenerated = '' and r.relnamespace in
                    (select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')
            order by r.oid, a.attnum
            """;

    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern LENGTH = Pattern.compile("character(?: varying)?\\((\\d+)\\)");

    /** Of values that are tried one after the other. */
    private static final int VARIANTS = 4;

    private final Map<String, List<Column>> relations = new LinkedHashMap<>();
    private final List<String> empty = new ArrayList<>();

    private record Column(String name, String type, boolean notNull, String label, String checks) {}

    /** Fills all tables, those that others refer to first. */
    static void of(TestDatabase database) {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            Filling filling = new Filling();
            filling.read(statement);
            // the last round leaves out what may be null, for tables that refer to each other
            while (filling.round(statement, false) || filling.round(statement, true)) {
                // as long as another table takes a row
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes all rows away. */
    static void undo(TestDatabase database) {
        database
                .query(
                        "select relnamespace::regnamespace || '.' || quote_ident(relname) from pg_class where relkind = 'r'"
                                + " and relname <> 'aludel_revision' and relnamespace in"
                                + " (select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')")
                .stream()
                .reduce((one, other) -> one + ", " + other)
                .ifPresent(tables -> database.execute("truncate " + tables));
    }

    private void read(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                String relation = rows.getString(1);
                if (rows.getString(2).equals("r") && !relations.containsKey(relation)) {
                    empty.add(relation);
                }
                relations
                        .computeIfAbsent(relation, absent -> new ArrayList<>())
                        .add(new Column(
                                rows.getString(3),
                                rows.getString(4),
                                rows.getBoolean(5),
                                rows.getString(6),
                                rows.getString(7)));
            }
        }
    }

    private boolean round(Statement statement, boolean sparse) {
        return empty.removeIf(table -> {
            for (int variant = 0; variant < VARIANTS; variant++) {
                if (inserted(statement, insert(table, variant, sparse))) {
                    return true;
                }
            }
            return false;
        });
    }

    private static boolean inserted(Statement statement, String insert) {
        try {
            statement.execute(insert);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private String insert(String table, int variant, boolean sparse) {
        List<Column> columns = relations.getOrDefault(table, List.of()).stream()
                .filter(column -> column.notNull || !sparse)
                .toList();
        return "insert into %s (%s) overriding system value values (%s)"
                .formatted(
                        table,
                        columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                        columns.stream().map(column -> value(column, variant)).collect(Collectors.joining(", ")));
    }

    private String value(Column column, int variant) {
        List<String> listed =
                LITERAL.matcher(column.checks).results().map(MatchResult::group).toList();
        if (!listed.isEmpty() && column.type.startsWith("char")) {
            return listed.get(variant % listed.size());
        }
        if (!column.label.isEmpty()) {
            return "'" + column.label.replace("'", "''") + "'";
        }
        return value(column.type, variant);
    }

    private String value(String type, int variant) {
        if (relations.containsKey(type)) {
            return relations.getOrDefault(type, List.of()).stream()
                    .map(part -> value(part, variant))
                    .collect(Collectors.joining(", ", "row(", ")::" + type));
        }
        if (type.endsWith("[]")) {
            String element = type.substring(0, type.length() - 2);
            return "array[" + value(element, variant) + "]::" + type;
        }
        if (type.startsWith("char")) {
            String text = List.of("AAA", "xyz", "7", "").get(variant);
            MatchResult length = LENGTH.matcher(type).results().findFirst().orElse(null);
            int most = length == null ? text.length() : Integer.parseInt(length.group(1));
            return "'" + text.substring(0, Math.min(most, text.length())) + "'";
        }
        return plain(type.replaceAll("[ (].*", ""), variant);
    }

    private static String plain(String type, int variant) {
        return switch (type) {
            case "smallint", "integer", "bigint", "numeric", "real", "double", "money" ->
                List.of("1", "77", "0", "5").get(variant);
            case "oid" -> "lo_from_bytea(0, 'AAA')";
            case "text" -> List.of("'AAA'", "'xyz'", "'7'", "''").get(variant);
            case "boolean" -> "true";
            case "uuid" -> "'00000000-0000-4000-8000-000000000001'";
            case "date", "timestamp" -> "'2020-02-03 04:05:06'";
            case "time" -> "'04:05:06'";
            case "interval" -> "'3 hours'";
            case "bytea" -> "'\\x01'";
            case "inet" -> "'10.0.0.1'";
            case "json", "jsonb" -> "'{}'";
            default -> "null";
        };
    }
}
