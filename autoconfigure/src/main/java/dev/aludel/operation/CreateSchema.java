package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.Optional;

/** A new database schema. */
public record CreateSchema(String name) implements Operation {

    @Override
    public DropSchema reverse() {
        return new DropSchema(name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createSchema(this);
    }

    @Override
    public String describe() {
        return "create schema " + name;
    }

    @Override
    public Optional<SchemaObject> creates() {
        return Operation.made(Kind.SCHEMA, ObjectName.of(name));
    }
}
