package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import java.util.Optional;

/** A table gains a column. */
public record AddColumn(ObjectName table, Column column) implements Operation {

    @Override
    public DropColumn reverse() {
        return new DropColumn(table, column);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addColumn(this);
    }

    @Override
    public String describe() {
        return "add column " + table + "." + column.name() + " " + column.type()
                + (column.nullable() ? "" : " not null");
    }

    @Override
    public Optional<Operation> withFill(ObjectName otherTable, String name, String expression) {
        return table.equals(otherTable) && column.name().equals(name)
                ? Optional.of(
                        new AddColumn(table, column.withValues(column.values().withFill(expression))))
                : Optional.empty();
    }
}
