package dev.aludel.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A check.
 *
 * @param expression the condition, without the parentheses around it
 * @param options what follows the condition, such as {@code no inherit}; empty for none
 * @param validity whether the rows hold it
 * @param constants the constants of the enum whose numbers it allows, in their order; not compared, and empty for any other check
 */
public record CheckConstraint(
        ConstraintName name, Expression expression, String options, Validity validity, List<String> constants)
        implements Constraint {

    public CheckConstraint {
        constants = List.copyOf(constants);
    }

    /** A check that is about no enum. */
    public CheckConstraint(ConstraintName name, Expression expression, String options, Validity validity) {
        this(name, expression, options, validity, List.of());
    }

    /** A check that all rows hold. */
    public CheckConstraint(ConstraintName name, Expression expression, String options) {
        this(name, expression, options, Validity.VALID);
    }

    public static CheckConstraint of(ConstraintName name, Expression expression) {
        return new CheckConstraint(name, expression, "");
    }

    public CheckConstraint withExpression(Expression other) {
        return new CheckConstraint(name, other, options, validity, constants);
    }

    public CheckConstraint withValidity(Validity other) {
        return new CheckConstraint(name, expression, options, other, constants);
    }

    public CheckConstraint withConstants(List<String> other) {
        return new CheckConstraint(name, expression, options, validity, other);
    }

    @Override
    public CheckConstraint withName(ConstraintName other) {
        return new CheckConstraint(other, expression, options, validity, constants);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.check(this);
    }

    @Override
    public boolean concerns(String column) {
        return expression.mentions(column);
    }

    /** Equal in all but the constants. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CheckConstraint check
                && name.equals(check.name)
                && expression.equals(check.expression)
                && options.equals(check.options)
                && validity == check.validity;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, expression, options, validity);
    }
}
