package dev.aludel.diff.online;

import dev.aludel.diff.provenance.Difference;
import dev.aludel.operation.AlterColumn;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import java.util.List;

/**
 * A column whose place one of another type takes.
 *
 * @param difference the change of its type
 * @param before as it was, under the name that it has in either case
 * @param after as it will be
 * @param key the columns in whose order the rows of its table can be taken
 */
record Moved(Difference difference, ObjectName table, Column before, Column after, List<String> key) {

    static Moved of(Difference difference, AlterColumn operation, List<String> key) {
        return new Moved(
                difference,
                operation.table(),
                ColumnForms.unfilled(operation.before()),
                ColumnForms.unfilled(operation.after()),
                key);
    }

    String name() {
        return after.name();
    }

    boolean isNumbered() {
        return after.identity() != null;
    }
}
