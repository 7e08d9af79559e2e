package dev.aludel.diff;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Operation;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Origins;
import dev.aludel.schema.Origins.Reason;
import dev.aludel.schema.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What else than the mapping makes a difference: Hibernate says more of the same mapping since some version, or Spring Boot says
 * it in other words.
 */
final class Causes {

    private final Origins origins;
    private final KeyOrigins keys;
    private final Replaced replaced;
    private final NamingChange names;

    /** Columns that are new or have another type: there the mapping itself changed. */
    private final Set<List<Object>> changed = new HashSet<>();

    Causes(List<Operation> plan, Origins origins, Replaced replaced) {
        this.origins = origins;
        this.keys = new KeyOrigins(origins);
        this.replaced = replaced;
        this.names = new NamingChange(plan, origins);
        for (Operation operation : plan) {
            if (operation instanceof AddColumn add) {
                changed.add(List.of(add.table(), add.column().name()));
            } else if (operation instanceof AlterColumn alter
                    && !alter.before().type().equals(alter.after().type())) {
                changed.add(List.of(alter.table(), alter.after().name()));
            }
        }
    }

    /** A fact to be shown with the operation; empty where the mapping is the cause. */
    String of(Operation operation) {
        return names.of(operation).or(() -> ofHibernate(operation)).orElse("");
    }

    private Optional<String> ofHibernate(Operation operation) {
        if (operation instanceof AlterColumn alter) {
            return isTightened(alter.before(), alter.after())
                    ? reason(
                            alter.table(),
                            Reason.Kind.NOT_NULL,
                            Set.of(alter.after().name()))
                    : Optional.empty();
        }
        return operation instanceof AddConstraint add && !replaced.drops(add)
                ? ofConstraint(add.table(), add.constraint())
                : Optional.empty();
    }

    private static boolean isTightened(Column before, Column after) {
        return before.nullable() && !after.nullable();
    }

    private Optional<String> ofConstraint(ObjectName table, Constraint constraint) {
        if (constraint instanceof UniqueConstraint unique) {
            return reason(table, Reason.Kind.UNIQUE, Set.copyOf(unique.columns()));
        }
        return constraint instanceof CheckConstraint check && check.name().implicit()
                ? reason(table, Reason.Kind.CHECK, keys.mentioned(table, check))
                : Optional.empty();
    }

    private Optional<String> reason(ObjectName table, Reason.Kind kind, Set<String> columns) {
        return origins.of(table).reasons().stream()
                .filter(reason -> reason.kind() == kind && reason.columns().equals(columns))
                .filter(reason -> columns.stream().noneMatch(column -> changed.contains(List.of(table, column))))
                .map(Reason::text)
                .findFirst();
    }
}
