package dev.aludel.operation;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.ObjectName;

/**
 * A table gains a constraint.
 *
 * @param concurrently whether the index of a primary key or unique constraint is built while others write, outside any transaction
 */
public record AddConstraint(ObjectName table, Constraint constraint, boolean concurrently) implements Operation {

    /** In the transaction of its revision. */
    public AddConstraint(ObjectName table, Constraint constraint) {
        this(table, constraint, false);
    }

    @Override
    public DropConstraint reverse() {
        return new DropConstraint(table, constraint, concurrently);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addConstraint(this);
    }

    @Override
    public String describe() {
        return "add " + Words.of(table, constraint);
    }
}
