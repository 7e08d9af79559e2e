package dev.aludel.operation;

import dev.aludel.schema.ObjectName;

/** A constraint takes another name; nothing is checked anew. */
public record RenameConstraint(ObjectName table, String before, String after) implements Operation {

    @Override
    public RenameConstraint reverse() {
        return new RenameConstraint(table, after, before);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameConstraint(this);
    }

    @Override
    public String describe() {
        return "rename constraint " + table + "." + before + " -> " + after;
    }
}
