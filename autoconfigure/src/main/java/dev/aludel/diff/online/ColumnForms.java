package dev.aludel.diff.online;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AddNotNull;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.Backfill.Pace;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.Operation;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.operation.ValidateNotNull;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A column that a table in use gains, that gets another type, or that must have a value from now on. */
final class ColumnForms {

    private final Surroundings plan;
    private final Server server;

    ColumnForms(Surroundings plan, Server server) {
        this.plan = plan;
        this.server = server;
    }

    /** The column comes without values, gets them, and is closed. */
    List<Part> of(AddColumn operation) {
        ObjectName table = operation.table();
        Column column = operation.column();
        Optional<List<String>> key = plan.key(table);
        if (key.isEmpty() || Surroundings.isComputed(column) || !server.isWrittenPerRow(operation)) {
            return OnlineForms.plain(operation);
        }
        Column open = unfilled(column).withNullable(true);
        List<Operation> first = new ArrayList<>();
        first.add(new AddColumn(table, open.withDefaultValue(null)));
        if (column.defaultValue() != null) {
            first.add(new AlterColumn(table, open.withDefaultValue(null), open));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(true, "expand", first));
        parts.addAll(filled(table, column, value(column), key.get()));
        return parts;
    }

    List<Part> of(AlterColumn operation) {
        ObjectName table = operation.table();
        Column before = operation.before();
        Column after = operation.after();
        Optional<List<String>> key = plan.key(table);
        if (!Surroundings.isOfSameType(before, after)
                || Surroundings.isComputed(after)
                || !before.nullable()
                || after.nullable()) {
            return OnlineForms.plain(operation);
        }
        String value = value(after);
        if (value != null && key.isEmpty()) {
            return OnlineForms.plain(operation);
        }
        List<Part> parts = new ArrayList<>();
        Column open = unfilled(after).withNullable(true);
        if (!unfilled(before).equals(open)) {
            parts.add(Part.within("", new AlterColumn(table, unfilled(before), open)));
        }
        parts.addAll(filled(table, after, value, key.orElse(List.of())));
        return parts;
    }

    private List<Part> filled(ObjectName table, Column column, @Nullable String value, List<String> key) {
        boolean later = server.validatesNotNull();
        CheckConstraint check = check(column);
        Column closed = unfilled(column).withDefaultValue(null);
        Operation added = later ? new AddNotNull(table, closed) : new AddConstraint(table, check);
        Operation validated = later ? new ValidateNotNull(table, closed) : new ValidateConstraint(table, check);
        List<Part> parts = new ArrayList<>();
        if (value == null) {
            parts.add(Part.within("", added));
            parts.add(Part.beside("validate", validated));
        } else {
            Backfill backfill = new Backfill(
                    table, Map.of(column.name(), value), server.quote(column.name()) + " is null", Pace.by(key));
            parts.add(
                    column.nullable()
                            ? Part.beside("backfill", backfill)
                            : Part.beside("backfill", backfill, added, backfill, validated));
        }
        if (!column.nullable() && !later) {
            parts.add(Part.within(
                    "close",
                    new AlterColumn(table, closed.withNullable(true), closed),
                    new DropConstraint(table, check)));
        }
        return parts;
    }

    /** Whatever was there keeps PostgreSQL from looking for NULLs under its strongest lock (manual, ALTER TABLE, SET NOT NULL). */
    private CheckConstraint check(Column column) {
        return new CheckConstraint(
                ConstraintName.of(OnlineForms.interim(column.name())),
                Expression.of(server.quote(column.name()) + " is not null"),
                "",
                Validity.NOT_VALID);
    }

    static Column unfilled(Column column) {
        return column.withValues(column.values().withFill(null));
    }

    /** What rows without a value get: what somebody said, else what a new row would get. */
    private static @Nullable String value(Column column) {
        String fill = column.values().fill();
        Expression byDefault = column.defaultValue();
        return fill != null || byDefault == null ? fill : byDefault.declared();
    }
}
