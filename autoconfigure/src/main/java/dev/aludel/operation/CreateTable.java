package dev.aludel.operation;

import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.schema.Table;
import java.util.Optional;

/** A new table with its columns, primary key, unique constraints, checks and comments, but without its foreign keys and indexes. */
public record CreateTable(Table table) implements Operation {

    @Override
    public DropTable reverse() {
        return new DropTable(table);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createTable(this);
    }

    @Override
    public String describe() {
        return "create table " + table.name();
    }

    @Override
    public Optional<SchemaObject> creates() {
        return Operation.made(Kind.TABLE, table.name());
    }
}
