package dev.aludel.operation;

import dev.aludel.schema.View;

/** A view goes, for good or for a while. */
public record DropView(View view) implements Operation {

    @Override
    public CreateView reverse() {
        return new CreateView(view);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropView(this);
    }

    @Override
    public String describe() {
        return "drop view " + view.name();
    }
}
