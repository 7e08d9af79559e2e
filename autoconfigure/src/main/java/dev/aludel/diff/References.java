package dev.aludel.diff;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.UniqueConstraint;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Which of some columns an object of the same table stands on. Closer than {@link Expression#mentions}: a word within a literal,
 * a function's name and the type of a cast are no columns, since an index that somebody made must not go for a mere namesake.
 */
public final class References implements Constraint.Visitor<Boolean> {

    private final Set<String> columns;

    References(Collection<String> columns) {
        this.columns = Set.copyOf(columns);
    }

    boolean in(Constraint constraint) {
        return constraint.accept(this);
    }

    boolean in(Index index) {
        return !Collections.disjoint(columns, index.include())
                || index.keys().stream().anyMatch(this::in)
                || inExpressions(index);
    }

    /** Whether the index has an expression or a predicate over the columns, which the server does not rewrite well. */
    boolean inExpressions(Index index) {
        Expression predicate = index.predicate();
        return index.keys().stream().anyMatch(key -> !key.isColumn() && in(key))
                || (predicate != null && in(predicate));
    }

    boolean in(Column column) {
        GeneratedValue generated = column.generated();
        return generated != null && in(generated.expression());
    }

    private boolean in(IndexKey key) {
        return key.isColumn() ? columns.contains(key.expression().declared()) : in(key.expression());
    }

    private boolean in(Expression expression) {
        return !columns.isEmpty() && !Collections.disjoint(columns, identifiers(expression.declared()));
    }

    @Override
    public Boolean primaryKey(PrimaryKey constraint) {
        return !Collections.disjoint(columns, constraint.columns());
    }

    @Override
    public Boolean unique(UniqueConstraint constraint) {
        return !Collections.disjoint(columns, constraint.columns());
    }

    @Override
    public Boolean foreignKey(ForeignKey constraint) {
        return !Collections.disjoint(columns, constraint.columns());
    }

    @Override
    public Boolean check(CheckConstraint constraint) {
        return in(constraint.expression());
    }

    @Override
    public Boolean exclusion(ExclusionConstraint constraint) {
        return in(constraint.definition());
    }

    /** Whether a default takes its numbers from the sequence: {@code nextval('"Odd""name"'::regclass)}. */
    public static boolean uses(Column column, Sequence sequence) {
        Expression value = column.defaultValue();
        String name = sequence.name().name();
        return value != null
                && (value.mentions(name)
                        || value.mentions(name.replace("\"", "\"\"").replace("'", "''")));
    }

    /** The identifiers of a text that may be columns, as the catalogue spells them. */
    private static Set<String> identifiers(String sql) {
        Set<String> found = new HashSet<>();
        for (int at = 0; at < sql.length(); ) {
            char c = sql.charAt(at);
            int end = at + 1;
            if (c == '\'' || c == '"') {
                end = endOfQuoted(sql, at);
                if (c == '"') {
                    found.add(sql.substring(at + 1, Math.max(at + 1, end - 1)).replace("\"\"", "\""));
                }
            } else if (Character.isJavaIdentifierPart(c)) {
                while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
                    end++;
                }
                if (!sql.startsWith("(", end) && !sql.startsWith("::", at - 2)) {
                    found.add(sql.substring(at, end).toLowerCase(java.util.Locale.ROOT));
                }
            }
            at = end;
        }
        return found;
    }

    private static int endOfQuoted(String sql, int start) {
        char quote = sql.charAt(start);
        boolean escapes = quote == '\'' && start > 0 && Character.toLowerCase(sql.charAt(start - 1)) == 'e';
        int at = start + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\\' && escapes) {
                at++;
            } else if (c == quote && sql.startsWith(String.valueOf(quote), at + 1)) {
                at++;
            } else if (c == quote) {
                return at + 1;
            }
            at++;
        }
        return sql.length();
    }
}
