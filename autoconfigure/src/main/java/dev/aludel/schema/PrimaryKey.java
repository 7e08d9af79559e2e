package dev.aludel.schema;

import java.util.List;

/**
 * A primary key. Its name is never compared: Hibernate renders none.
 *
 * @param columns in the order of the key
 */
public record PrimaryKey(ConstraintName name, List<String> columns) implements Constraint {

    public PrimaryKey {
        columns = List.copyOf(columns);
    }

    @Override
    public PrimaryKey withName(ConstraintName other) {
        return new PrimaryKey(other, columns);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.primaryKey(this);
    }

    @Override
    public boolean concerns(String column) {
        return columns.contains(column);
    }
}
