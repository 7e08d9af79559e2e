package dev.aludel.schema;

import java.util.List;

/**
 * A foreign key.
 *
 * @param columns the referring columns
 * @param target the table referred to
 * @param targetColumns the columns referred to, in the order of {@code columns}; always spelled out
 * @param options what follows the actions, such as {@code deferrable initially deferred}; empty for none
 */
public record ForeignKey(
        ConstraintName name,
        List<String> columns,
        ObjectName target,
        List<String> targetColumns,
        Action onDelete,
        Action onUpdate,
        String options)
        implements Constraint {

    /** What happens to the referring rows. */
    public enum Action {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }

    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    public static ForeignKey of(
            ConstraintName name, List<String> columns, ObjectName target, List<String> targetColumns) {
        return new ForeignKey(name, columns, target, targetColumns, Action.NO_ACTION, Action.NO_ACTION, "");
    }

    public ForeignKey withTarget(ObjectName other) {
        return new ForeignKey(name, columns, other, targetColumns, onDelete, onUpdate, options);
    }

    public ForeignKey withOptions(String other) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, other);
    }

    @Override
    public ForeignKey withName(ConstraintName other) {
        return new ForeignKey(other, columns, target, targetColumns, onDelete, onUpdate, options);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.foreignKey(this);
    }

    @Override
    public boolean concerns(String column) {
        return columns.contains(column);
    }
}
