package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.Token;
import dev.aludel.dialect.postgresql.text.TokenReader;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.Expression;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Table;
import java.util.HashMap;
import java.util.Map;

/**
 * The texts of a database after values of its enumerations are renamed. The server keeps a value by its number, and prints it as a
 * literal with its type: {@code 'SAD'::mood}.
 */
final class RenamedLiterals {

    private final Map<String, Map<String, String>> values = new HashMap<>();

    RenamedLiterals(Renames renames) {
        PostgresRenderer renderer = new PostgresRenderer();
        renames.values().keySet().stream()
                .filter(value -> value.column().isEmpty())
                .map(Renames.ValueName::owner)
                .forEach(type -> values.put(type(renderer, type), renames.valuesOf(type)));
    }

    private static String type(PostgresRenderer renderer, ObjectName type) {
        return TypeName.of(renderer.quote(type)).toString();
    }

    Table in(Table table) {
        return values.isEmpty()
                ? table
                : table.withColumns(table.columns().stream().map(this::column).toList())
                        .withConstraints(table.constraints().stream()
                                .map(this::constraint)
                                .toList())
                        .withIndexes(table.indexes().stream().map(this::index).toList());
    }

    private Column column(Column column) {
        Expression value = column.defaultValue();
        GeneratedValue generated = column.generated();
        return column.withDefaultValue(value == null ? null : renamed(value))
                .withGenerated(
                        generated == null
                                ? null
                                : new GeneratedValue(renamed(generated.expression()), generated.stored()));
    }

    private Constraint constraint(Constraint constraint) {
        if (constraint instanceof CheckConstraint check) {
            return check.withExpression(renamed(check.expression()));
        }
        return constraint instanceof ExclusionConstraint exclusion
                ? new ExclusionConstraint(exclusion.name(), renamed(exclusion.definition()))
                : constraint;
    }

    private Index index(Index index) {
        Expression predicate = index.predicate();
        return index.withKeys(index.keys().stream()
                        .map(key -> key.isColumn() ? key : key.withExpression(renamed(key.expression())))
                        .toList())
                .withPredicate(predicate == null ? null : renamed(predicate));
    }

    private Expression renamed(Expression expression) {
        return new Expression(renamed(expression.declared()), renamed(expression.normal()));
    }

    private String renamed(String sql) {
        StringBuilder text = new StringBuilder();
        TokenReader reader = new TokenReader(sql);
        int copied = 0;
        while (!reader.atEnd()) {
            Token token = reader.next();
            if (token.kind() == Token.Kind.STRING && reader.accept("::")) {
                TypeName type = TypeName.read(reader, "");
                String name = values.getOrDefault(type.toString(), Map.of()).get(token.text());
                if (name != null) {
                    text.append(sql, copied, token.start()).append(Identifiers.literal(name));
                    copied = token.end();
                }
            }
        }
        return text.append(sql, copied, sql.length()).toString();
    }
}
