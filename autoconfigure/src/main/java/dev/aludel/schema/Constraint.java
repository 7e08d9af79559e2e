package dev.aludel.schema;

/** A constraint of a table. Not-null is an attribute of its column. */
public sealed interface Constraint
        permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, ExclusionConstraint {

    ConstraintName name();

    /** The same constraint under another name. */
    Constraint withName(ConstraintName other);

    <R> R accept(Visitor<R> visitor);

    /** Whether it stands on the column, so that it goes when the column goes and is in the way of a change of type. */
    boolean concerns(String column);

    /** The kinds of constraint. */
    interface Visitor<R> {
        R primaryKey(PrimaryKey constraint);

        R unique(UniqueConstraint constraint);

        R foreignKey(ForeignKey constraint);

        R check(CheckConstraint constraint);

        R exclusion(ExclusionConstraint constraint);
    }
}
