package dev.aludel.schema;

import java.util.List;

/**
 * A foreign key.
 *
 * @param columns the referring columns
 * @param target the table referred to
 * @param targetColumns the columns referred to, in the order of {@code columns}; always spelled out
 * @param deleteColumns the columns that {@code on delete set null} and {@code set default} set; none for all of them (PostgreSQL 15)
 * @param matchFull whether a row must refer with all columns or with none
 * @param options what follows the actions, such as {@code deferrable initially deferred}; empty for none
 * @param validity whether the rows hold it
 */
public record ForeignKey(
        ConstraintName name,
        List<String> columns,
        ObjectName target,
        List<String> targetColumns,
        Action onDelete,
        Action onUpdate,
        List<String> deleteColumns,
        boolean matchFull,
        String options,
        Validity validity)
        implements Constraint {

    /** What happens to the referring rows. */
    public enum Action {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }

    /** A foreign key that all rows hold. */
    public ForeignKey(
            ConstraintName name,
            List<String> columns,
            ObjectName target,
            List<String> targetColumns,
            Action onDelete,
            Action onUpdate,
            String options) {
        this(name, columns, target, targetColumns, onDelete, onUpdate, List.of(), false, options, Validity.VALID);
    }

    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
        deleteColumns = List.copyOf(deleteColumns);
    }

    public static ForeignKey of(
            ConstraintName name, List<String> columns, ObjectName target, List<String> targetColumns) {
        return new ForeignKey(name, columns, target, targetColumns, Action.NO_ACTION, Action.NO_ACTION, "");
    }

    public ForeignKey withTarget(ObjectName other) {
        return copy(name, columns, other, targetColumns, deleteColumns, matchFull, validity);
    }

    public ForeignKey withColumns(List<String> other, List<String> otherTargets) {
        return copy(name, other, target, otherTargets, deleteColumns, matchFull, validity);
    }

    public ForeignKey withDeleteColumns(List<String> other) {
        return copy(name, columns, target, targetColumns, other, matchFull, validity);
    }

    public ForeignKey withMatchFull(boolean other) {
        return copy(name, columns, target, targetColumns, deleteColumns, other, validity);
    }

    public ForeignKey withValidity(Validity other) {
        return copy(name, columns, target, targetColumns, deleteColumns, matchFull, other);
    }

    @Override
    public ForeignKey withName(ConstraintName other) {
        return copy(other, columns, target, targetColumns, deleteColumns, matchFull, validity);
    }

    private ForeignKey copy(
            ConstraintName otherName,
            List<String> otherColumns,
            ObjectName otherTarget,
            List<String> otherTargets,
            List<String> otherDeleted,
            boolean full,
            Validity valid) {
        return new ForeignKey(
                otherName,
                otherColumns,
                otherTarget,
                otherTargets,
                onDelete,
                onUpdate,
                otherDeleted,
                full,
                options,
                valid);
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
