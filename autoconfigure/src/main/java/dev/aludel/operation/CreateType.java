package dev.aludel.operation;

import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.schema.UserType;
import java.util.Optional;

/** A new type, with the casts that belong to it. */
public record CreateType(UserType type) implements Operation {

    @Override
    public DropType reverse() {
        return new DropType(type);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createType(this);
    }

    @Override
    public String describe() {
        return "create " + Words.of(type);
    }

    @Override
    public Optional<SchemaObject> creates() {
        return Operation.made(Kind.TYPE, type.name());
    }
}
