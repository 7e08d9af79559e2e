package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.Optional;

/**
 * A sequence takes another name, or moves to another schema, and keeps its position.
 *
 * @param inner whether it is the one behind an identity column, which no revision lists as its own
 */
public record RenameSequence(ObjectName before, ObjectName after, boolean inner) implements Operation {

    @Override
    public RenameSequence reverse() {
        return new RenameSequence(after, before, inner);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameSequence(this);
    }

    @Override
    public String describe() {
        return "rename sequence " + before + " -> " + after;
    }

    @Override
    public Optional<SchemaObject> creates() {
        return inner ? Optional.empty() : Operation.made(Kind.SEQUENCE, after);
    }
}
