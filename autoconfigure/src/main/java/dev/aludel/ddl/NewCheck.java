package dev.aludel.ddl;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.Expression;
import dev.aludel.schema.Validity;
import org.jspecify.annotations.Nullable;

/** A check or an exclusion constraint as it is made. */
public final class NewCheck {

    private final Expression expression;
    private @Nullable String name;
    private String options = "";
    private Validity validity = Validity.VALID;

    NewCheck(String expression) {
        this.expression = Expression.of(expression);
    }

    /**
     * Its name; the server makes one otherwise. {@code t.check("price >= 0").named("books_price_check")}
     */
    public NewCheck named(String text) {
        name = text;
        return this;
    }

    /**
     * Of a check: what follows the condition in SQL. {@code t.addCheck("price >= 0").options("no inherit")}
     */
    public NewCheck options(String sql) {
        options = sql;
        return this;
    }

    /**
     * It holds for what is written from now on, and the rows that are there are not read; {@code t.validateConstraint} does that later.
     * {@code t.addCheck("price >= 0").named("books_price_check").notValid()}
     */
    public NewCheck notValid() {
        validity = Validity.NOT_VALID;
        return this;
    }

    /**
     * Nobody checks it, which PostgreSQL 18 takes. {@code t.addCheck("price >= 0").named("books_price_check").notEnforced()}
     */
    public NewCheck notEnforced() {
        validity = Validity.NOT_ENFORCED;
        return this;
    }

    CheckConstraint check() {
        return new CheckConstraint(Names.constraint(name), expression, options, validity);
    }

    ExclusionConstraint exclusion() {
        return new ExclusionConstraint(Names.constraint(name), expression);
    }
}
