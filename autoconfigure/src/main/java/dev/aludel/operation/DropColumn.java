package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;

/** A table loses a column with its values. */
public record DropColumn(ObjectName table, Column column) implements Operation {

    @Override
    public AddColumn reverse() {
        return new AddColumn(table, column);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropColumn(this);
    }

    @Override
    public String describe() {
        return "drop column " + table + "." + column.name();
    }
}
