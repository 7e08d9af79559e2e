package dev.aludel.operation;

import dev.aludel.schema.EnumType;
import java.util.List;

/**
 * An enumeration gains values while columns have it. No value can be taken from one, so that the way back is another: the type is
 * made anew, and each column moves to it.
 *
 * @param after has the values of {@code before} in their order, and more between them
 * @param back leads from {@code after} to {@code before}
 */
public record AddEnumValues(EnumType before, EnumType after, List<Operation> back) implements Operation {

    public AddEnumValues {
        back = List.copyOf(back);
    }

    /** The values that come. */
    public List<String> added() {
        return after.values().stream()
                .filter(value -> !before.values().contains(value))
                .toList();
    }

    @Override
    public RemoveEnumValues reverse() {
        return new RemoveEnumValues(after, before, back);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addEnumValues(this);
    }

    @Override
    public String describe() {
        return "alter type " + after.name() + ": add " + Words.list(added());
    }
}
