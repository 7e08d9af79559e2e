package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;

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
}
