package dev.aludel.operation;

import dev.aludel.schema.UserType;

/** A cast between a type and the one that takes its place, for the time in which columns move from the one to the other. */
public record CreateConversion(UserType from, UserType to) implements Operation {

    /** On the way back the values move the other way, and the conversion is not needed before they do. */
    @Override
    public DropConversion reverse() {
        return new DropConversion(to, from);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createConversion(this);
    }

    @Override
    public String describe() {
        return "convert type " + from.name() + " to " + Words.of(to);
    }
}
