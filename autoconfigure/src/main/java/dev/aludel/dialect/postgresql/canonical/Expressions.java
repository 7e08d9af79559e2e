package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.postgresql.text.DefaultValues;
import dev.aludel.dialect.postgresql.text.TokenReader;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.dialect.postgresql.text.ValueCheck;
import dev.aludel.schema.Expression;

/** Expressions of a mapping in normal form, as far as no server is needed; the others keep their own text. */
public final class Expressions {

    private Expressions() {}

    /** A check, a predicate, a key of an index or the expression of a generated column. */
    public static Expression condition(Expression expression) {
        String text = TokenReader.unwrapped(expression.declared());
        ValueCheck check = ValueCheck.of(text);
        return new Expression(text, check == null ? text : check.normal());
    }

    /** A default of a column of that type. */
    static Expression defaultValue(Expression expression, TypeName type) {
        String text = expression.declared().strip();
        String printed = DefaultValues.printed(text, type);
        return new Expression(text, printed == null ? text : printed);
    }
}
