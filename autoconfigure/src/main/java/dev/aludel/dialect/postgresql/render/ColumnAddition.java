package dev.aludel.dialect.postgresql.render;

import dev.aludel.dialect.postgresql.text.DefaultValues;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.operation.AddColumn;
import dev.aludel.schema.Column;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The statements that add a column. Where the rows that are there get a value of their own, a constant is given as a default that goes
 * at once: that costs no rewrite of the table (PostgreSQL manual, 5.7.1). Anything else is computed row by row.
 */
public final class ColumnAddition {

    private final PostgresRenderer renderer;
    private final Definitions definitions;
    private final ObjectName table;
    private final Column column;

    ColumnAddition(PostgresRenderer renderer, AddColumn operation) {
        this.renderer = renderer;
        this.definitions = new Definitions(renderer);
        this.table = operation.table();
        this.column = operation.column();
    }

    List<String> statements() {
        String fill = column.values().fill();
        List<String> statements = new ArrayList<>();
        if (fill == null || column.generated() != null || column.identity() != null) {
            statements.add(add(column));
        } else if (DefaultValues.printed(fill, TypeName.of(column.type())) != null) {
            statements.add(add(column.withDefaultValue(Expression.of(fill))));
            statements.add(alter(defaultOf(column)));
        } else {
            statements.add(add(column.withNullable(true).withDefaultValue(null)));
            statements.add(
                    "update %s set %s = %s".formatted(renderer.quote(table), renderer.quote(column.name()), fill));
            if (column.defaultValue() != null) {
                statements.add(alter(defaultOf(column)));
            }
            if (!column.nullable()) {
                statements.add(alter("set not null"));
            }
        }
        if (column.comment() != null) {
            statements.add(renderer.columnComment(table, column));
        }
        return List.copyOf(statements);
    }

    private String add(Column definition) {
        return renderer.alter(table) + "add column " + definitions.column(definition);
    }

    private String alter(String action) {
        return renderer.alter(table) + "alter column " + renderer.quote(column.name()) + " " + action;
    }

    private static String defaultOf(Column column) {
        return column.defaultValue() == null
                ? "drop default"
                : "set default " + Objects.requireNonNull(column.defaultValue()).declared();
    }
}
