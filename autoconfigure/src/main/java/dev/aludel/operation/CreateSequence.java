package dev.aludel.operation;

import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.schema.Sequence;
import java.util.Optional;

/** A new sequence. */
public record CreateSequence(Sequence sequence) implements Operation {

    @Override
    public DropSequence reverse() {
        return new DropSequence(sequence);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createSequence(this);
    }

    @Override
    public String describe() {
        return "create sequence " + sequence.name();
    }

    @Override
    public Optional<SchemaObject> creates() {
        return Operation.made(Kind.SEQUENCE, sequence.name());
    }
}
