package dev.aludel.operation;

import dev.aludel.schema.UserType;

/**
 * A type changes in what can be changed both ways while columns have it: comments, casts, and attributes at the end of a composite
 * type.
 */
public record AlterType(UserType before, UserType after) implements Operation {

    @Override
    public AlterType reverse() {
        return new AlterType(after, before);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterType(this);
    }

    @Override
    public String describe() {
        return "alter type " + after.name() + ": " + Words.of(before) + " -> " + Words.of(after);
    }
}
