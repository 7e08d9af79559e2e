package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;

/**
 * A column must have a value from now on; the rows that are there are not looked at until {@link ValidateNotNull}.
 *
 * @param column as it is afterwards
 */
public record AddNotNull(ObjectName table, Column column) implements Operation {

    @Override
    public AlterColumn reverse() {
        return new AlterColumn(table, column, column.withNullable(true));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addNotNull(this);
    }

    @Override
    public String describe() {
        return "alter column " + table + "." + column.name() + ": not null, for new rows";
    }
}
