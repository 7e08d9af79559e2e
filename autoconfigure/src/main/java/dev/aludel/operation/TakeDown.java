package dev.aludel.operation;

import dev.aludel.schema.Dependant;

/** An object that is not Aludel's goes, because what it stands on changes or goes. */
public record TakeDown(Dependant dependant) implements Operation {

    @Override
    public PutBack reverse() {
        return new PutBack(dependant);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.takeDown(this);
    }

    @Override
    public String describe() {
        return (dependant.removal().isEmpty() ? "keep what belongs to " : "take down ") + dependant;
    }
}
