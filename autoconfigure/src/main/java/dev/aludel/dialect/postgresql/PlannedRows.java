package dev.aludel.dialect.postgresql;

import static java.util.stream.Collectors.toSet;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameValue;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a plan itself tells of the rows: which tables have none, which columns no value, and what the rows hold already. */
final class PlannedRows {

    private final List<Operation> plan;
    private final Set<ObjectName> newTables;
    private final List<DropConstraint> lost;

    PlannedRows(List<Operation> plan) {
        this.plan = List.copyOf(plan);
        this.newTables =
                all(CreateTable.class).map(created -> created.table().name()).collect(toSet());
        this.lost = all(DropConstraint.class).toList();
    }

    private <O extends Operation> Stream<O> all(Class<O> kind) {
        return plan.stream().filter(kind::isInstance).map(kind::cast);
    }

    boolean isNew(ObjectName table) {
        return newTables.contains(table);
    }

    /** Whether one of the columns is new, and without a value in every row. */
    boolean isEmpty(ObjectName table, List<String> columns) {
        return all(AddColumn.class)
                .filter(added -> added.table().equals(table))
                .map(AddColumn::column)
                .anyMatch(column -> columns.contains(column.name()) && hasNoValue(column));
    }

    private static boolean hasNoValue(Column column) {
        return column.nullable()
                && column.defaultValue() == null
                && column.values().fill() == null;
    }

    /** Whether a check is about a new column: what that holds, this very plan says. */
    boolean isOfAddedColumn(ObjectName table, CheckConstraint check) {
        return all(AddColumn.class)
                .anyMatch(added -> added.table().equals(table)
                        && check.expression().mentions(added.column().name()));
    }

    /** Whether a column is converted between the names of an enum's constants and their numbers. */
    boolean isConverted(ObjectName table, String column) {
        return all(AlterColumn.class)
                .anyMatch(altered -> altered.table().equals(table)
                        && altered.after().name().equals(column)
                        && KnownConversion.readsConstants(altered.before(), altered.after()));
    }

    /** Whether the rows hold it already: it was only taken down for a while, or something stricter was there. */
    boolean wasThere(AddConstraint added) {
        ConstraintName name = added.constraint().name();
        return lostOf(added.table())
                .anyMatch(constraint -> constraint.withName(name).equals(added.constraint())
                        || isWider(added.table(), constraint, added.constraint()));
    }

    boolean wasThere(CreateIndex created) {
        return all(DropIndex.class)
                .anyMatch(dropped -> dropped.table().equals(created.table())
                        && dropped.index().unique()
                        && dropped.index().keys().equals(created.index().keys()));
    }

    /** The check of values that a check takes the place of, with the values as the plan renames them. */
    Optional<ValueCheck> predecessor(ObjectName table, ValueCheck check) {
        return lostOf(table)
                .filter(CheckConstraint.class::isInstance)
                .map(constraint -> values(table, (CheckConstraint) constraint))
                .flatMap(Optional::stream)
                .filter(before -> before.isComparableWith(check))
                .findFirst();
    }

    private Stream<Constraint> lostOf(ObjectName table) {
        return lost.stream().filter(dropped -> dropped.table().equals(table)).map(DropConstraint::constraint);
    }

    /** A check that allows all that another one allowed, and a unique constraint over more columns. */
    private boolean isWider(ObjectName table, Constraint old, Constraint now) {
        if (old instanceof UniqueConstraint before && now instanceof UniqueConstraint after) {
            return after.columns().containsAll(before.columns()) && after.nullsDistinct() == before.nullsDistinct();
        }
        return old instanceof CheckConstraint before
                && now instanceof CheckConstraint after
                && values(table, before)
                        .filter(narrow -> Optional.ofNullable(
                                        ValueCheck.of(after.expression().declared()))
                                .filter(wide -> wide.allowsAllOf(narrow))
                                .isPresent())
                        .isPresent();
    }

    private Optional<ValueCheck> values(ObjectName table, CheckConstraint check) {
        return Optional.ofNullable(ValueCheck.of(check.expression().declared())).map(values -> {
            List<String> renamed = new ArrayList<>(values.values());
            all(RenameValue.class)
                    .filter(rename ->
                            rename.table().equals(table) && rename.column().equals(values.column()))
                    .forEach(rename -> renamed.replaceAll(value -> value.equals(Identifiers.literal(rename.before()))
                            ? Identifiers.literal(rename.after())
                            : value));
            return values.withValues(renamed);
        });
    }
}
