package dev.aludel.operation;

import dev.aludel.schema.Table;

/** A table goes, whose foreign keys and indexes are gone already. */
public record DropTable(Table table) implements Operation {

    @Override
    public CreateTable reverse() {
        return new CreateTable(table);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropTable(this);
    }

    @Override
    public String describe() {
        return "drop table " + table.name();
    }
}
