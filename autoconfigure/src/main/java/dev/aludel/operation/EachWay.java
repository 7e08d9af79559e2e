package dev.aludel.operation;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * What is not the same on the way there and on the way back.
 *
 * @param there what is done on the way there, in order
 * @param back what is done on the way back, in order
 * @param atOnce whether either takes effect as a whole, in a revision whose statements are transactions of their own
 */
public record EachWay(List<Operation> there, List<Operation> back, boolean atOnce) implements Operation {

    public EachWay {
        there = List.copyOf(there);
        back = List.copyOf(back);
    }

    @Override
    public EachWay reverse() {
        return new EachWay(back, there, atOnce);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.eachWay(this);
    }

    @Override
    public String describe() {
        return there.isEmpty()
                ? back.stream().map(Operation::describe).collect(joining(", ", "on the way back: ", ""))
                : there.stream().map(Operation::describe).collect(joining(", ", atOnce ? "at once: " : "", ""));
    }
}
