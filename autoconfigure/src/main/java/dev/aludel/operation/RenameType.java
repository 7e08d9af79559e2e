package dev.aludel.operation;

import dev.aludel.schema.ObjectName;

/** A type gets another name in the same schema; the columns that have it keep it, and their values. */
public record RenameType(ObjectName before, ObjectName after) implements Operation {

    @Override
    public RenameType reverse() {
        return new RenameType(after, before);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameType(this);
    }

    @Override
    public String describe() {
        return "rename type " + before + " to " + after.name();
    }
}
