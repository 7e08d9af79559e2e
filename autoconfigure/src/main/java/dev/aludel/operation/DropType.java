package dev.aludel.operation;

import dev.aludel.schema.UserType;

/** A type goes, and the casts that belong to it; nothing uses it any more. */
public record DropType(UserType type) implements Operation {

    @Override
    public CreateType reverse() {
        return new CreateType(type);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropType(this);
    }

    @Override
    public String describe() {
        return "drop type " + type.name();
    }
}
