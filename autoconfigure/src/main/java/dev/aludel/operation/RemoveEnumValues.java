package dev.aludel.operation;

import dev.aludel.schema.EnumType;
import java.util.List;

/**
 * Takes back {@link AddEnumValues}.
 *
 * @param steps what leads from {@code before} to {@code after}, in order
 */
public record RemoveEnumValues(EnumType before, EnumType after, List<Operation> steps) implements Operation {

    public RemoveEnumValues {
        steps = List.copyOf(steps);
    }

    @Override
    public AddEnumValues reverse() {
        return new AddEnumValues(after, before, steps);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.removeEnumValues(this);
    }

    @Override
    public String describe() {
        return "alter type " + after.name() + ": remove " + Words.list(reverse().added());
    }
}
