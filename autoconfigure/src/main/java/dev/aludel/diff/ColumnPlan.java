package dev.aludel.diff;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.DropColumn;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * The columns of a table that stays. A generated column is computed from others: it goes before they change and comes after.
 *
 * @param released gives a column of a table as it is once defaults of sequences that go are gone
 */
record ColumnPlan(Plan plan, BiFunction<ObjectName, Column, Column> released) {

    void add(TableChange table) {
        ObjectName name = table.name();
        for (Column column : table.columns().added()) {
            plan.add(isGenerated(column) ? Phase.GENERATED : Phase.COLUMN, new AddColumn(name, column));
        }
        for (Matched.Pair<Column> pair : table.columns().kept()) {
            Column before = released.apply(name, pair.before());
            keep(table, new Matched.Pair<>(before, pair.after()));
        }
        for (Column column : table.columns().removed()) {
            plan.add(isGenerated(column) ? Phase.DROP_GENERATED : Phase.DROP_COLUMN, new DropColumn(name, column));
        }
    }

    private void keep(TableChange table, Matched.Pair<Column> pair) {
        Column before = pair.before();
        Column after = pair.after();
        if (isGenerated(before) && isGenerated(after) && table.isRebuilt(pair)) {
            plan.add(Phase.DROP_GENERATED, new DropColumn(table.name(), before));
            plan.add(Phase.GENERATED, new AddColumn(table.name(), after));
        } else if (pair.changed()) {
            plan.add(phase(before, after), new AlterColumn(table.name(), before, after));
        }
    }

    /** A column that becomes a plain one keeps its values: that is done while what it was computed from is still there. */
    private static Phase phase(Column before, Column after) {
        if (Objects.equals(before.generated(), after.generated())) {
            return Phase.COLUMN;
        }
        return isGenerated(before) ? Phase.DROP_GENERATED : Phase.GENERATED;
    }

    private static boolean isGenerated(Column column) {
        return column.generated() != null;
    }
}
