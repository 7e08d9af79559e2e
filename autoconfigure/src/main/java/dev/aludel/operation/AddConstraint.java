package dev.aludel.operation;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.ObjectName;

/** A table gains a constraint. */
public record AddConstraint(ObjectName table, Constraint constraint) implements Operation {

    @Override
    public DropConstraint reverse() {
        return new DropConstraint(table, constraint);
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
