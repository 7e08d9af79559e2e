package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.render.Definitions;
import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.hazard.Situation;
import dev.aludel.hazard.TableSize;
import dev.aludel.operation.AddNotNull;
import dev.aludel.operation.ValidateNotNull;
import dev.aludel.schema.Column;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ObjectName;

/** The words for who waits, after strong_migrations' manner, and the statements that let nobody wait. */
final class BlockedSessions {

    private final PostgresRenderer sql;
    private final PlannedRows rows;
    private final Situation situation;

    BlockedSessions(PostgresRenderer sql, PlannedRows rows, Situation situation) {
        this.sql = sql;
        this.rows = rows;
        this.situation = situation;
    }

    boolean isSmall(ObjectName table) {
        return situation.size(rows.before(table)).filter(TableSize::isSmall).isPresent();
    }

    /** Readers and writers wait. */
    Hazard all(HazardCode code, ObjectName table, String what, String until, String safe) {
        return Hazard.of(
                code, table, "%s blocks reads and writes of %s %s.".formatted(what, sized(table), until), safe);
    }

    /** Writers wait. */
    Hazard writes(HazardCode code, ObjectName table, String what, String until, String safe) {
        return Hazard.of(code, table, "%s blocks writes to %s %s.".formatted(what, sized(table), until), safe);
    }

    /** Those wait who change the same rows. */
    Hazard changes(ObjectName table, String what, String safe) {
        return Hazard.of(
                HazardCode.BACKFILL,
                table,
                "%s changes rows of %s in one transaction: they stay locked, and so does all that the revision locks, until the last is done."
                        .formatted(what, sized(table)),
                safe);
    }

    /** {@code 'users' (about 1,200,000 rows, 140 MB)}. */
    String sized(ObjectName table) {
        return "'" + table + "'"
                + situation
                        .size(rows.before(table))
                        .map(size -> " (" + size + ")")
                        .orElse("");
    }

    Hazard notNull(ObjectName table, Column column) {
        String alter = sql.alter(table);
        String name = sql.quote(sql.nameFor(table, column.name(), "not_null"));
        String quoted = sql.quote(column.name());
        String steps = sql.rendersNotNull(situation.serverVersion())
                ? "%s; then, in a revision of its own: %s;"
                        .formatted(
                                String.join("; ", sql.render(new AddNotNull(table, column))),
                                String.join("; ", sql.render(new ValidateNotNull(table, column))))
                : "%1$sadd constraint %2$s check (%3$s is not null) not valid; then, in a revision of its own: %1$svalidate constraint %2$s; and after it: %1$salter column %3$s set not null, drop constraint %2$s;"
                        .formatted(alter, name, quoted);
        return all(
                HazardCode.SET_NOT_NULL,
                table,
                "Forbidding null in column '" + table + "." + column.name() + "'",
                "while every row is checked",
                "Let a constraint prove it first: " + steps);
    }

    /** A column that new rows get a value for at once. */
    String inSteps(ObjectName table, Column column) {
        Expression value = column.defaultValue();
        String expression = value == null ? column.values().fill() : value.declared();
        return "%1$sadd column %2$s %3$s; %1$salter column %2$s set default %4$s;"
                .formatted(sql.alter(table), sql.quote(column.name()), new Definitions(sql).type(column), expression);
    }
}
