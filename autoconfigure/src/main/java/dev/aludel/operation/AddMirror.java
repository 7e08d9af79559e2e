package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;

/**
 * What is written to a column is from now on written to another one of the table as well, as a value of that one's type, whoever writes
 * it. The rows that are there are left as they are.
 */
public record AddMirror(ObjectName table, Column source, Column mirror) implements Operation {

    @Override
    public DropMirror reverse() {
        return new DropMirror(table, source, mirror);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addMirror(this);
    }

    @Override
    public String describe() {
        return "mirror " + table + "." + source.name() + " in " + mirror.name();
    }
}
