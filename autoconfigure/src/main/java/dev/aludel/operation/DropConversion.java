package dev.aludel.operation;

import dev.aludel.schema.UserType;

/** The end of a {@link CreateConversion}. */
public record DropConversion(UserType from, UserType to) implements Operation {

    @Override
    public CreateConversion reverse() {
        return new CreateConversion(to, from);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropConversion(this);
    }

    @Override
    public String describe() {
        return "end of converting type " + from.name() + " to " + to.name();
    }
}
