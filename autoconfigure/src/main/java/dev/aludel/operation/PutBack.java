package dev.aludel.operation;

import dev.aludel.schema.Dependant;

/** An object that is not Aludel's comes back as it was. */
public record PutBack(Dependant dependant) implements Operation {

    @Override
    public TakeDown reverse() {
        return new TakeDown(dependant);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.putBack(this);
    }

    @Override
    public String describe() {
        return (dependant.removal().isEmpty() ? "put back what belongs to " : "put back ") + dependant;
    }
}
