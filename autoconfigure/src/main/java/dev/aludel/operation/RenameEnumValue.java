package dev.aludel.operation;

import dev.aludel.schema.ObjectName;

/**
 * A value of a named enumeration gets another name. The rows that hold it hold it under the new name, and what speaks of it follows.
 *
 * @param before the value as it was
 * @param after the value as it is
 */
public record RenameEnumValue(ObjectName type, String before, String after) implements Operation {

    @Override
    public RenameEnumValue reverse() {
        return new RenameEnumValue(type, after, before);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameEnumValue(this);
    }

    @Override
    public String describe() {
        return "rename value '" + before + "' of type " + type + " to '" + after + "'";
    }
}
