package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.render.ColumnAddition;
import dev.aludel.dialect.postgresql.render.ColumnAlteration;
import dev.aludel.dialect.postgresql.text.DefaultValues;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.dialect.postgresql.text.Volatility;
import dev.aludel.hazard.Impact.Work;
import dev.aludel.hazard.Situation;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.schema.Column;
import dev.aludel.schema.Expression;
import dev.aludel.schema.GeneratedValue;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** How much work the statements of {@link ColumnAddition} and {@link ColumnAlteration} do on the rows that are there. */
final class ColumnWork {

    private final Situation situation;

    ColumnWork(Situation situation) {
        this.situation = situation;
    }

    /** A value that is the same for all rows is kept once, since PostgreSQL 11. */
    Work of(AddColumn operation) {
        Column column = operation.column();
        if (column.identity() != null || isStored(column)) {
            return Work.REWRITE;
        }
        String fill = column.values().fill();
        if (fill != null && column.generated() == null) {
            return DefaultValues.printed(fill, TypeName.of(column.type())) != null ? ofDefault(fill) : Work.CHANGE;
        }
        Expression value = column.defaultValue();
        return value == null ? Work.NONE : ofDefault(value.declared());
    }

    private Work ofDefault(String expression) {
        return Volatility.of(expression, situation).isVolatile() ? Work.REWRITE : Work.NONE;
    }

    Work of(AlterColumn operation) {
        Column before = operation.before();
        Column after = operation.after();
        GeneratedValue old = before.generated();
        GeneratedValue now = after.generated();
        if (now != null && !now.equals(old)) {
            return isStored(after) ? Work.REWRITE : Work.NONE;
        }
        Work held = old != null && now == null && !old.stored() ? Work.CHANGE : Work.NONE;
        return Stream.of(held, ofType(before, after), ofNull(before, after))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether a change of a column's type writes the table or its indexes anew. */
    static Work ofType(Column before, Column after) {
        if (!before.type().equals(after.type())) {
            return TypeStorage.work(before, after);
        }
        return Objects.equals(before.collation(), after.collation()) ? Work.NONE : Work.BUILD;
    }

    private static Work ofNull(Column before, Column after) {
        if (!before.mayHoldNull() || after.mayHoldNull()) {
            return Work.NONE;
        }
        return after.generated() == null && after.identity() == null && fills(after) ? Work.CHANGE : Work.SCAN;
    }

    /** Whether rows without a value get one. */
    static boolean fills(Column column) {
        return column.values().fill() != null || column.defaultValue() != null;
    }

    private static boolean isStored(Column column) {
        return column.generated() != null && column.generated().stored();
    }

    /** Whether nothing but the comment changes. */
    static boolean isComment(AlterColumn operation) {
        return operation.before().withComment(operation.after().comment()).equals(operation.after());
    }
}
