package dev.aludel.operation;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.ObjectName;

/** The rows that are there are held to a foreign key or check that was added {@code not valid}, while others write. */
public record ValidateConstraint(ObjectName table, Constraint constraint) implements Operation {

    /** A constraint that goes need not be made invalid first. */
    @Override
    public OnTheWayBack reverse() {
        return new OnTheWayBack(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.validateConstraint(this);
    }

    @Override
    public String describe() {
        return "validate " + Words.of(table, constraint);
    }
}
