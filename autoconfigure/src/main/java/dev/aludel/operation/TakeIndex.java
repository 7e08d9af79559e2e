package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;

/**
 * A table gains a primary key over columns that a unique index is over already: the key takes that index, with its own name for it.
 *
 * @param index the index's name until then
 */
public record TakeIndex(ObjectName table, PrimaryKey key, String index) implements Operation {

    @Override
    public DropConstraint reverse() {
        return new DropConstraint(table, key);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.takeIndex(this);
    }

    @Override
    public String describe() {
        return "add " + Words.of(table, key) + " by index " + index;
    }
}
