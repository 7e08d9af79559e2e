package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import java.util.Optional;

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

    @Override
    public Optional<Operation> withFill(ObjectName otherTable, String name, String expression) {
        return table.equals(otherTable) && column.name().equals(name)
                ? Optional.of(
                        new DropColumn(table, column.withValues(column.values().withFill(expression))))
                : Optional.empty();
    }
}
