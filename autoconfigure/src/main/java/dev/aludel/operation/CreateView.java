package dev.aludel.operation;

import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.schema.View;
import java.util.Optional;

/** A new view. */
public record CreateView(View view) implements Operation {

    @Override
    public DropView reverse() {
        return new DropView(view);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createView(this);
    }

    @Override
    public String describe() {
        return "create view " + view.name();
    }

    @Override
    public Optional<SchemaObject> creates() {
        return Operation.made(Kind.VIEW, view.name());
    }
}
