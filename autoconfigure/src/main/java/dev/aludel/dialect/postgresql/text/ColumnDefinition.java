package dev.aludel.dialect.postgresql.text;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ForeignKey.Action;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Identity;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes a columnDefinition apart: {@code varchar(33) default 'q' not null check (c <> '')} is a type, a default, a nullability
 * and a check. What is not understood stays with the type, as the user wrote it.
 */
public final class ColumnDefinition {

    private static final Set<String> BEHIND_DEFAULT = Set.of(
            "null",
            "check",
            "unique",
            "primary",
            "references",
            "collate",
            "generated",
            "constraint",
            "deferrable",
            "initially");

    private final TokenReader reader;
    private final String ownSchema;
    private final Function<ObjectName, List<String>> primaryKeys;
    private final List<Constraint> constraints = new ArrayList<>();
    private Column column;
    private ConstraintName name = ConstraintName.unnamed();

    private ColumnDefinition(Column column, String ownSchema, Function<ObjectName, List<String>> primaryKeys) {
        this.reader = new TokenReader(column.type());
        this.ownSchema = ownSchema;
        this.primaryKeys = primaryKeys;
        this.column = column;
    }

    /**
     * Reads a column whose type may be more than a type.
     *
     * @param primaryKeys the key columns of a table of the model, for references that do not name them
     */
    public static ColumnDefinition of(Column column, String ownSchema, Function<ObjectName, List<String>> primaryKeys) {
        ColumnDefinition definition = new ColumnDefinition(column, ownSchema, primaryKeys);
        definition.read();
        return definition;
    }

    /** The column with a type that is nothing else. */
    public Column column() {
        return column;
    }

    /** The constraints that stood at the column. */
    public List<Constraint> constraints() {
        return constraints;
    }

    private void read() {
        if (reader.atEnd()) {
            return;
        }
        StringBuilder type = new StringBuilder(TypeName.read(reader, ownSchema).toString());
        while (!reader.atEnd()) {
            if (!clause()) {
                int at = reader.position();
                reader.next();
                type.append(' ').append(reader.text(at, reader.position()));
            }
        }
        column = column.withType(type.toString());
    }

    private boolean clause() {
        if (reader.accept("constraint")) {
            name = ConstraintName.of(reader.next().text());
        } else if (reader.accept("not", "null")) {
            column = column.withNullable(false);
        } else if (reader.accept("null")) {
            return true;
        } else if (reader.accept("default")) {
            String text = expression();
            column = column.defaultValue() == null ? column.withDefaultValue(Expression.of(text)) : column;
        } else if (reader.accept("collate")) {
            column = column.withCollation(collation());
        } else if (reader.accept("generated")) {
            generated();
        } else {
            return constraint();
        }
        return true;
    }

    /** The default up to the next clause outside parentheses. */
    private String expression() {
        int from = reader.position();
        do {
            Token token = reader.next();
            if (token.is("(")) {
                reader.toClosing();
            }
        } while (!reader.atEnd() && !endsDefault());
        return reader.text(from, reader.position());
    }

    private boolean endsDefault() {
        Token next = reader.peek();
        return (next.kind() == Token.Kind.WORD && BEHIND_DEFAULT.contains(next.text()))
                || reader.sees("not", "null")
                || reader.sees("not", "deferrable");
    }

    private String collation() {
        int from = reader.position();
        Token token = reader.next();
        while (reader.accept(".")) {
            token = reader.next();
        }
        return reader.position() - from > 1 ? reader.text(from, reader.position()) : token.text();
    }

    private void generated() {
        boolean always = reader.accept("always") || !reader.accept("by", "default");
        reader.accept("as");
        if (reader.accept("identity")) {
            if (reader.accept("(")) {
                reader.toClosing();
            }
            column = column.withIdentity(always ? Identity.ALWAYS : Identity.BY_DEFAULT);
        } else if (reader.accept("(")) {
            Expression expression = Expression.of(reader.toClosing());
            boolean stored = reader.accept("stored");
            reader.accept("virtual");
            column = column.withGenerated(new GeneratedValue(expression, stored));
        }
    }

    private boolean constraint() {
        if (reader.accept("primary", "key")) {
            add(new PrimaryKey(name, List.of(column.name())));
        } else if (reader.accept("unique")) {
            boolean nullsDistinct = !reader.accept("nulls", "not", "distinct");
            add(new UniqueConstraint(name, List.of(column.name()), nullsDistinct, options()));
        } else if (reader.accept("check", "(")) {
            add(new CheckConstraint(name, Expression.of(reader.toClosing()), options()));
        } else if (reader.accept("references")) {
            add(foreignKey());
        } else {
            return false;
        }
        return true;
    }

    private void add(Constraint constraint) {
        constraints.add(constraint);
        name = ConstraintName.unnamed();
    }

    private ForeignKey foreignKey() {
        ObjectName target = ObjectName.of(reader.next().text());
        if (reader.accept(".")) {
            String schema = target.name().equals(ownSchema) ? "" : target.name();
            target = ObjectName.of(schema, reader.next().text());
        }
        List<String> columns = new ArrayList<>();
        if (reader.accept("(")) {
            columns.add(reader.next().text());
            reader.accept(")");
        } else {
            columns.addAll(primaryKeys.apply(target));
        }
        Action onDelete = Action.NO_ACTION;
        Action onUpdate = Action.NO_ACTION;
        String options = options();
        while (reader.accept("on")) {
            boolean delete = reader.next().is("delete");
            Action action = action();
            onDelete = delete ? action : onDelete;
            onUpdate = delete ? onUpdate : action;
            options = (options + " " + options()).strip();
        }
        return new ForeignKey(name, List.of(column.name()), target, columns, onDelete, onUpdate, options);
    }

    private Action action() {
        if (reader.accept("cascade")) {
            return Action.CASCADE;
        } else if (reader.accept("restrict")) {
            return Action.RESTRICT;
        } else if (reader.accept("set", "null")) {
            return Action.SET_NULL;
        } else if (reader.accept("set", "default")) {
            return Action.SET_DEFAULT;
        }
        reader.accept("no", "action");
        return Action.NO_ACTION;
    }

    /** The words behind a constraint that belong to it. */
    private String options() {
        int from = reader.position();
        boolean more = true;
        while (more) {
            more = reader.accept("not", "deferrable")
                    || reader.accept("deferrable")
                    || reader.accept("initially", "deferred")
                    || reader.accept("initially", "immediate")
                    || reader.accept("no", "inherit")
                    || reader.accept("not", "valid")
                    || reader.accept("not", "enforced")
                    || reader.accept("enforced")
                    || reader.accept("match", "full")
                    || reader.accept("match", "simple");
        }
        return reader.text(from, reader.position());
    }
}
