package dev.aludel.operation;

import dev.aludel.schema.Sequence;

/** A sequence goes. */
public record DropSequence(Sequence sequence) implements Operation {

    @Override
    public CreateSequence reverse() {
        return new CreateSequence(sequence);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropSequence(this);
    }

    @Override
    public String describe() {
        return "drop sequence " + sequence.name();
    }
}
