package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/** A table's comment changes. */
public record AlterTableComment(
        ObjectName table, @Nullable String before, @Nullable String after) implements Operation {

    @Override
    public AlterTableComment reverse() {
        return new AlterTableComment(table, after, before);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterTableComment(this);
    }

    @Override
    public String describe() {
        return "alter table " + table + ": comment " + Words.of(before) + " -> " + Words.of(after);
    }
}
