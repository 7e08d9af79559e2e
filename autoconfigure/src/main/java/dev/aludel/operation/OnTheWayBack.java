package dev.aludel.operation;

/**
 * What is done on the way back alone: the reverse of an operation that nothing has to take back. Rows that were given a value keep it
 * until their column goes.
 */
public record OnTheWayBack(Operation operation) implements Operation {

    @Override
    public Operation reverse() {
        return operation;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.onTheWayBack(this);
    }

    @Override
    public String describe() {
        return "on the way back: " + operation.describe();
    }
}
