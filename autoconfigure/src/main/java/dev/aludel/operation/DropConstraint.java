package dev.aludel.operation;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.ObjectName;

/**
 * A table loses a constraint.
 *
 * @param concurrently whether it comes back as of {@link AddConstraint}
 */
public record DropConstraint(ObjectName table, Constraint constraint, boolean concurrently) implements Operation {

    /** In the transaction of its revision. */
    public DropConstraint(ObjectName table, Constraint constraint) {
        this(table, constraint, false);
    }

    @Override
    public AddConstraint reverse() {
        return new AddConstraint(table, constraint, concurrently);
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
