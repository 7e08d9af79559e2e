package dev.aludel.operation;

import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.Optional;

/**
 * A table gains an index.
 *
 * @param concurrently whether it is built while others write, which is done outside any transaction
 */
public record CreateIndex(ObjectName table, Index index, boolean concurrently) implements Operation {

    /** In the transaction of its revision. */
    public CreateIndex(ObjectName table, Index index) {
        this(table, index, false);
    }

    @Override
    public DropIndex reverse() {
        return new DropIndex(table, index, concurrently);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createIndex(this);
    }

    @Override
    public String describe() {
        return "create " + Words.of(table, index);
    }

    @Override
    public Optional<SchemaObject> creates() {
        return Operation.made(Kind.INDEX, table.sibling(index.name().text()));
    }
}
