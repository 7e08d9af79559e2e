package dev.aludel.schema;

/**
 * A constraint that only the database has a text for, such as PostgreSQL's EXCLUDE.
 *
 * @param definition as the server prints it
 */
public record ExclusionConstraint(ConstraintName name, Expression definition) implements Constraint {

    @Override
    public ExclusionConstraint withName(ConstraintName other) {
        return new ExclusionConstraint(other, definition);
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
