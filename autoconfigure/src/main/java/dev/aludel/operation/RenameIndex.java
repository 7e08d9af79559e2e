package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.Optional;

/** An index takes another name; it is not built anew. */
public record RenameIndex(ObjectName table, String before, String after) implements Operation {

    @Override
    public RenameIndex reverse() {
        return new RenameIndex(table, after, before);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameIndex(this);
    }

    @Override
    public String describe() {
        return "rename index " + table + "." + before + " -> " + after;
    }

    @Override
    public Optional<SchemaObject> creates() {
        return Operation.made(Kind.INDEX, table.sibling(after));
    }
}
