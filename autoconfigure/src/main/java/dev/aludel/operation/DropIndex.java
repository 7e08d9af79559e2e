package dev.aludel.operation;

import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;

/** A table loses an index. */
public record DropIndex(ObjectName table, Index index) implements Operation {

    @Override
    public CreateIndex reverse() {
        return new CreateIndex(table, index);
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
