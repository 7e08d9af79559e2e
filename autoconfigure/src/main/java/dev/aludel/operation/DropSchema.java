package dev.aludel.operation;

/** An empty database schema goes. */
public record DropSchema(String name) implements Operation {

    @Override
    public CreateSchema reverse() {
        return new CreateSchema(name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropSchema(this);
    }

    @Override
    public String describe() {
        return "drop schema " + name;
    }
}
