package dev.aludel.schema;

/**
 * A check.
 *
 * @param expression the condition, without the parentheses around it
 * @param options what follows the condition, such as {@code no inherit}; empty for none
 * @param validity whether the rows hold it
 */
public record CheckConstraint(ConstraintName name, Expression expression, String options, Validity validity)
        implements Constraint {

    /** A check that all rows hold. */
    public CheckConstraint(ConstraintName name, Expression expression, String options) {
        this(name, expression, options, Validity.VALID);
    }

    public static CheckConstraint of(ConstraintName name, Expression expression) {
        return new CheckConstraint(name, expression, "");
    }

    public CheckConstraint withExpression(Expression other) {
        return new CheckConstraint(name, other, options, validity);
    }

    public CheckConstraint withValidity(Validity other) {
        return new CheckConstraint(name, expression, options, other);
    }

    @Override
    public CheckConstraint withName(ConstraintName other) {
        return new CheckConstraint(other, expression, options, validity);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.check(this);
    }

    @Override
    public boolean concerns(String column) {
        return expression.mentions(column);
    }
}
