package dev.aludel.operation;

import dev.aludel.schema.AuxiliaryObject;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.Optional;

/** An auxiliary object goes by its own statements, those that it had when it was made. */
public record DropAuxiliaryObject(AuxiliaryObject object) implements Operation {

    @Override
    public CreateAuxiliaryObject reverse() {
        return new CreateAuxiliaryObject(object);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropAuxiliaryObject(this);
    }

    @Override
    public String describe() {
        return "drop object: " + object;
    }

    @Override
    public Optional<SchemaObject> creates() {
        return Operation.made(Kind.DROPPED_OBJECT, ObjectName.of(object.text()));
    }
}
