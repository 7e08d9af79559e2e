package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;

/** A column is no longer written for another one. */
public record DropMirror(ObjectName table, Column source, Column mirror) implements Operation {

    @Override
    public AddMirror reverse() {
        return new AddMirror(table, source, mirror);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropMirror(this);
    }

    @Override
    public String describe() {
        return "no longer mirror " + table + "." + source.name() + " in " + mirror.name();
    }
}
