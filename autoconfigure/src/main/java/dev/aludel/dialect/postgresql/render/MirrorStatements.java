package dev.aludel.dialect.postgresql.render;

import dev.aludel.dialect.postgresql.conversion.StepwiseConversion;
import dev.aludel.operation.AddMirror;
import dev.aludel.operation.DropMirror;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import java.util.List;

/**
 * A trigger that writes a column for another one. Its name comes late in the alphabet, by which PostgreSQL orders triggers (manual,
 * CREATE TRIGGER), so that it sees what others make of a row.
 */
final class MirrorStatements {

    private final PostgresRenderer sql;

    MirrorStatements(PostgresRenderer sql) {
        this.sql = sql;
    }

    List<String> creation(AddMirror operation) {
        ObjectName table = operation.table();
        Column source = operation.source();
        Column mirror = operation.mirror();
        String value = StepwiseConversion.expression("new." + sql.quote(source.name()), source, mirror)
                .orElseThrow(() -> new IllegalArgumentException(operation.describe()));
        return List.of(
                """
                create function %s() returns trigger language plpgsql as $$
                begin
                    new.%s := %s;
                    return new;
                end $$""".formatted(function(table, source), sql.quote(mirror.name()), value),
                "create trigger %s before insert or update on %s for each row execute function %s()"
                        .formatted(trigger(source), sql.quote(table), function(table, source)));
    }

    List<String> removal(DropMirror operation) {
        ObjectName table = operation.table();
        Column source = operation.source();
        return List.of(
                "drop trigger %s on %s".formatted(trigger(source), sql.quote(table)),
                "drop function %s()".formatted(function(table, source)));
    }

    private String function(ObjectName table, Column source) {
        return sql.quote(table.sibling("aludel_" + table.name() + "_" + source.name()));
    }

    private String trigger(Column source) {
        return sql.quote("zz_aludel_" + source.name());
    }
}
