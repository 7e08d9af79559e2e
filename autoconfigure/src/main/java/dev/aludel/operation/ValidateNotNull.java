package dev.aludel.operation;

import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;

/** The rows that are there are looked at for what {@link AddNotNull} left open, while others write. */
public record ValidateNotNull(ObjectName table, Column column) implements Operation {

    /** What is valid goes with the constraint. */
    @Override
    public OnTheWayBack reverse() {
        return new OnTheWayBack(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.validateNotNull(this);
    }

    @Override
    public String describe() {
        return "alter column " + table + "." + column.name() + ": not null, for all rows";
    }
}
