package dev.aludel.schema;

import java.util.List;

/**
 * A unique constraint.
 *
 * @param columns in the order of the key
 * @param nullsDistinct whether rows with NULL never collide, which is the SQL default (PostgreSQL 15: NULLS NOT DISTINCT)
 * @param options what follows the column list, such as {@code deferrable initially deferred}; empty for none. A mapping has all of
 *     it here, which the normal form takes apart
 */
public record UniqueConstraint(ConstraintName name, List<String> columns, boolean nullsDistinct, String options)
        implements Constraint {

    public UniqueConstraint {
        columns = List.copyOf(columns);
    }

    public static UniqueConstraint of(ConstraintName name, List<String> columns) {
        return new UniqueConstraint(name, columns, true, "");
    }

    @Override
    public UniqueConstraint withName(ConstraintName other) {
        return new UniqueConstraint(other, columns, nullsDistinct, options);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.unique(this);
    }

    @Override
    public boolean concerns(String column) {
        return columns.contains(column);
    }
}
