package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.postgresql.text.ValueCheck;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns of one letter whose check tells that a converter keeps booleans in them: {@code flag in ('N','Y')}. Once the mapping keeps the
 * boolean itself, nothing else says which letter stood for true.
 */
final class StoredTruths {

    private static final Map<Set<String>, List<String>> LETTERS =
            Map.of(Set.of("'N'", "'Y'"), List.of("N", "Y"), Set.of("'F'", "'T'"), List.of("F", "T"));

    private StoredTruths() {}

    static List<Column> in(List<Column> columns, List<Constraint> constraints) {
        return columns.stream().anyMatch(StoredTruths::isLetter)
                ? columns.stream()
                        .map(column -> isLetter(column) ? with(column, constraints) : column)
                        .toList()
                : columns;
    }

    private static boolean isLetter(Column column) {
        return column.type().equals("char(1)") || column.type().equals("varchar(1)");
    }

    private static Column with(Column column, List<Constraint> constraints) {
        return constraints.stream()
                .flatMap(constraint -> ConstraintKind.check(constraint).stream())
                .flatMap(check -> letters(column, check).stream())
                .findFirst()
                .map(letters -> column.withValues(column.values().withTruths(letters)))
                .orElse(column);
    }

    private static Optional<List<String>> letters(Column column, CheckConstraint check) {
        return Optional.ofNullable(ValueCheck.of(check.expression().declared()))
                .filter(values -> values.column().equals(column.name()) && !values.negated() && !values.range())
                .map(values -> LETTERS.get(Set.copyOf(values.values())));
    }
}
