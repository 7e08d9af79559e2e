package dev.aludel.schema;

/**
 * A check.
 *
 * @param expression the condition, without the parentheses around it
 * @param options what follows the condition, such as {@code not valid}; empty for none
 */
public record CheckConstraint(ConstraintName name, Expression expression, String options) implements Constraint {

    public static CheckConstraint of(ConstraintName name, Expression expression) {
        return new CheckConstraint(name, expression, "");
    }

    public CheckConstraint withExpression(Expression other) {
        return new CheckConstraint(name, other, options);
    }

    public CheckConstraint withOptions(String other) {
        return new CheckConstraint(name, expression, other);
    }

    @Override
    public CheckConstraint withName(ConstraintName other) {
        return new CheckConstraint(other, expression, options);
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
