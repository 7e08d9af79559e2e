package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.Optional;

/** A table takes another name, or moves to another schema, with its rows and all that stands on it. */
public record RenameTable(ObjectName before, ObjectName after) implements Operation {

    @Override
    public RenameTable reverse() {
        return new RenameTable(after, before);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameTable(this);
    }

    @Override
    public String describe() {
        return "rename table " + before + " -> " + after;
    }

    @Override
    public Optional<SchemaObject> creates() {
        return Operation.made(Kind.TABLE, after);
    }
}
