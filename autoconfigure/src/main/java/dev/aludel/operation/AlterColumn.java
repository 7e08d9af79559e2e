package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import java.util.Optional;

/** A column changes in anything but its name. */
public record AlterColumn(ObjectName table, Column before, Column after) implements Operation {

    @Override
    public AlterColumn reverse() {
        return new AlterColumn(table, after, before);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterColumn(this);
    }

    @Override
    public String describe() {
        return Words.changed("alter column " + table + "." + after.name(), Words.differences(before, after));
    }

    @Override
    public Optional<Operation> withFill(ObjectName otherTable, String name, String expression) {
        boolean tightens = before.nullable() != after.nullable();
        return tightens && table.equals(otherTable) && after.name().equals(name)
                ? Optional.of(new AlterColumn(table, filled(before, expression), filled(after, expression)))
                : Optional.empty();
    }

    private static Column filled(Column column, String expression) {
        return column.withValues(column.values().withFill(expression));
    }
}
