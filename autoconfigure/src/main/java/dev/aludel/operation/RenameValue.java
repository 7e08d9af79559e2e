package dev.aludel.operation;

import dev.aludel.schema.ObjectName;

/**
 * Rows that hold one text hold another from now on: the class in the table of a hierarchy is called otherwise.
 *
 * @param before the text as it was
 * @param after the text as it is
 */
public record RenameValue(ObjectName table, String column, String before, String after) implements Operation {

    @Override
    public RenameValue reverse() {
        return new RenameValue(table, column, after, before);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameValue(this);
    }

    @Override
    public String describe() {
        return "rename value '" + before + "' of " + table + "." + column + " to '" + after + "'";
    }
}
