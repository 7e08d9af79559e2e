package dev.aludel.operation;

import static java.util.stream.Collectors.joining;

import dev.aludel.schema.Numbers;
import dev.aludel.schema.ObjectName;
import java.util.List;

/**
 * A column takes its numbers from elsewhere, which goes on where its predecessor stopped: no key is given twice. It stands where both
 * are there, so that the way back does the same.
 *
 * @param before what may have given numbers so far; empty where that was the application, or nothing that could still be asked
 * @param after what gives them from now on; empty where that is the application
 */
public record ContinueNumbers(ObjectName table, String column, List<Numbers> before, List<Numbers> after)
        implements Operation {

    public ContinueNumbers {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    @Override
    public ContinueNumbers reverse() {
        return new ContinueNumbers(table, column, after, before);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.continueNumbers(this);
    }

    @Override
    public String describe() {
        return "continue numbers of " + table + "." + column + ": " + names(before) + " -> " + names(after);
    }

    private static String names(List<Numbers> numbers) {
        return numbers.isEmpty()
                ? "assigned"
                : numbers.stream().map(Numbers::toString).distinct().collect(joining(", "));
    }
}
