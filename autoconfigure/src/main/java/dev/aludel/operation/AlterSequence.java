package dev.aludel.operation;

import dev.aludel.schema.Sequence;

/** A sequence changes its start, step, options or owner; the next value stays. */
public record AlterSequence(Sequence before, Sequence after) implements Operation {

    @Override
    public AlterSequence reverse() {
        return new AlterSequence(after, before);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterSequence(this);
    }

    @Override
    public String describe() {
        return Words.changed("alter sequence " + after.name(), Words.differences(before, after));
    }
}
