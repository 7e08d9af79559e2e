package dev.aludel.dialect.postgresql.hazard;

import static java.util.stream.Collectors.joining;

import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.UniqueConstraint;
import java.util.List;
import java.util.stream.IntStream;

/** The queries that find the rows which break a constraint, from {@code from} on, and those that count them. */
final class BreakingRows {

    private final PostgresRenderer sql;

    BreakingRows(PostgresRenderer sql) {
        this.sql = sql;
    }

    /**
     * Groups of rows with the same values.
     *
     * @param keys columns, quoted, or expressions
     * @param where the rows that are looked at; empty for all
     */
    String duplicates(ObjectName table, List<String> keys, String where) {
        return "from " + sql.quote(table) + (where.isEmpty() ? "" : " where " + where) + " group by "
                + String.join(", ", keys) + " having count(*) > 1";
    }

    static String countOfDuplicates(String groups) {
        return "select coalesce(sum(n), 0) from (select count(*) as n " + groups + ") as same";
    }

    /** The rows that a unique constraint compares: null equals null only where it says so. */
    String compared(UniqueConstraint key) {
        return key.nullsDistinct()
                ? quoted(key.columns()).stream()
                        .map(name -> name + " is not null")
                        .collect(joining(" and "))
                : "";
    }

    String orphans(ObjectName table, ForeignKey key) {
        List<String> columns = quoted(key.columns());
        List<String> targets = quoted(key.targetColumns());
        String matches = IntStream.range(0, columns.size())
                .mapToObj(i -> "target." + targets.get(i) + " = source." + columns.get(i))
                .collect(joining(" and "));
        return sql.quote(table) + " source where "
                + columns.stream()
                        .map(name -> "source." + name + " is not null")
                        .collect(joining(" and "))
                + " and not exists (select from " + sql.quote(key.target()) + " target where " + matches + ")";
    }

    String violations(ObjectName table, CheckConstraint check) {
        return sql.quote(table) + " where not (" + check.expression().declared() + ")";
    }

    List<String> quoted(List<String> columns) {
        return columns.stream().map(sql::quote).toList();
    }
}
