package dev.aludel.diff.adoption;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintKind;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Origins;
import dev.aludel.schema.Origins.Reason;
import dev.aludel.schema.Origins.Reason.Kind;
import dev.aludel.schema.Table;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Hibernate adds to a mapping by itself, since some version.
 *
 * @param origins of a table; asked only where something is lacking, since walking a large mapping takes as long as reading it
 */
record OwnAdditions(Function<ObjectName, Origins.OfTable> origins) {

    boolean hasNotNull(Table table, Column column) {
        return has(table, Kind.NOT_NULL, columns -> columns.contains(column.name()));
    }

    /** The column by which the constraint is named in an acceptance; empty where the mapping asks for the constraint. */
    Optional<String> columnOf(Table table, Constraint constraint) {
        Optional<Set<String>> checked = ConstraintKind.check(constraint)
                .filter(check -> check.name().implicit())
                .map(check -> concerned(table, check))
                .filter(own -> !own.isEmpty() && has(table, Kind.CHECK, columns -> columns.containsAll(own)));
        Optional<Set<String>> unique = ConstraintKind.unique(constraint)
                .map(key -> Set.copyOf(key.columns()))
                .filter(own -> has(table, Kind.UNIQUE, own::equals));
        return Stream.concat(checked.stream(), unique.stream())
                .flatMap(columns -> table.columns().stream().map(Column::name).filter(columns::contains))
                .findFirst();
    }

    private static Set<String> concerned(Table table, CheckConstraint check) {
        return table.columns().stream()
                .map(Column::name)
                .filter(check::concerns)
                .collect(Collectors.toSet());
    }

    private boolean has(Table table, Kind kind, Predicate<Set<String>> columns) {
        return origins.apply(table.name()).reasons().stream()
                .filter(reason -> reason.kind() == kind)
                .map(Reason::columns)
                .anyMatch(columns);
    }
}
