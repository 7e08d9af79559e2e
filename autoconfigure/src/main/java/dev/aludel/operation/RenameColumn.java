package dev.aludel.operation;

import dev.aludel.schema.ObjectName;

/** A column takes another name and keeps its values. */
public record RenameColumn(ObjectName table, String before, String after) implements Operation {

    @Override
    public RenameColumn reverse() {
        return new RenameColumn(table, after, before);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameColumn(this);
    }

    @Override
    public String describe() {
        return "rename column " + table + "." + before + " -> " + after;
    }
}
