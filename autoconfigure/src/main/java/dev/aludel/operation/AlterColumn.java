package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;

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
}
