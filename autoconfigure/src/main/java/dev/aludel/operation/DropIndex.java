package dev.aludel.operation;

import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;

/**
 * A table loses an index.
 *
 * @param concurrently whether others may write meanwhile, which is done outside any transaction
 */
public record DropIndex(ObjectName table, Index index, boolean concurrently) implements Operation {

    /** In the transaction of its revision. */
    public DropIndex(ObjectName table, Index index) {
        this(table, index, false);
    }

    @Override
    public CreateIndex reverse() {
        return new CreateIndex(table, index, concurrently);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropIndex(this);
    }

    @Override
    public String describe() {
        return "drop " + Words.of(table, index);
    }
}
