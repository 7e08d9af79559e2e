package dev.aludel.schema;

/**
 * A constraint that only the database has a text for, such as PostgreSQL's EXCLUDE.
 *
 * @param definition as the server prints it
 * @param key whether it stands in the place of a key that a mapping says, as one over periods does (PostgreSQL 18)
 */
public record ExclusionConstraint(ConstraintName name, Expression definition, boolean key) implements Constraint {

    /** A constraint that no mapping says. */
    public ExclusionConstraint(ConstraintName name, Expression definition) {
        this(name, definition, false);
    }

    @Override
    public ExclusionConstraint withName(ConstraintName other) {
        return new ExclusionConstraint(other, definition, key);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.exclusion(this);
    }

    @Override
    public boolean concerns(String column) {
        return definition.mentions(column);
    }
}
