package dev.aludel.operation;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.ObjectName;

/** A table loses a constraint. */
public record DropConstraint(ObjectName table, Constraint constraint) implements Operation {

    @Override
    public AddConstraint reverse() {
        return new AddConstraint(table, constraint);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropConstraint(this);
    }

    @Override
    public String describe() {
        return "drop " + Words.of(table, constraint);
    }
}
