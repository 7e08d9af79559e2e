package dev.aludel.operation;

import dev.aludel.schema.View;

/** A view's comments change; its query stays. */
public record AlterView(View before, View after) implements Operation {

    @Override
    public AlterView reverse() {
        return new AlterView(after, before);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterView(this);
    }

    @Override
    public String describe() {
        return Words.changed("alter view " + after.name(), Words.differences(before, after));
    }
}
