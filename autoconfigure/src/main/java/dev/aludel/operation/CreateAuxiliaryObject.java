package dev.aludel.operation;

import dev.aludel.schema.AuxiliaryObject;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.Optional;

/** An auxiliary object is made by its own statements; the revision keeps them, to know later what is there. */
public record CreateAuxiliaryObject(AuxiliaryObject object) implements Operation {

    @Override
    public DropAuxiliaryObject reverse() {
        return new DropAuxiliaryObject(object);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createAuxiliaryObject(this);
    }

    @Override
    public String describe() {
        return "create object: " + object;
    }

    @Override
    public Optional<SchemaObject> creates() {
        return Operation.made(Kind.OBJECT, ObjectName.of(object.text()));
    }
}
