package dev.aludel.diff.provenance;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintKind;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Origins;
import dev.aludel.schema.Origins.Reason;
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
        Changed collector = new Changed();
        plan.forEach(operation -> operation.accept(collector));
    }

    /** A fact to be shown with the operation; empty where the mapping is the cause. */
    String of(Operation operation) {
        return names.of(operation).or(() -> operation.accept(new OfHibernate())).orElse("");
    }

    /** Notes the columns that the mapping itself changed; the answer is whether it did. */
    private final class Changed extends PartialVisitor<Boolean> {

        @Override
        protected Boolean other(Operation operation) {
            return false;
        }

        @Override
        public Boolean addColumn(AddColumn operation) {
            return changed.add(List.of(operation.table(), operation.column().name()));
        }

        @Override
        public Boolean alterColumn(AlterColumn operation) {
            return !operation.before().type().equals(operation.after().type())
                    && changed.add(List.of(operation.table(), operation.after().name()));
        }
    }

    private final class OfHibernate extends PartialVisitor<Optional<String>> {

        @Override
        protected Optional<String> other(Operation operation) {
            return Optional.empty();
        }

        @Override
        public Optional<String> alterColumn(AlterColumn operation) {
            return isTightened(operation.before(), operation.after())
                    ? reason(
                            operation.table(),
                            Reason.Kind.NOT_NULL,
                            Set.of(operation.after().name()))
                    : Optional.empty();
        }

        @Override
        public Optional<String> addConstraint(AddConstraint operation) {
            return replaced.drops(operation)
                    ? Optional.empty()
                    : ofConstraint(operation.table(), operation.constraint());
        }
    }

    private static boolean isTightened(Column before, Column after) {
        return before.nullable() && !after.nullable();
    }

    private Optional<String> ofConstraint(ObjectName table, Constraint constraint) {
        Optional<String> unique = ConstraintKind.unique(constraint)
                .flatMap(key -> reason(table, Reason.Kind.UNIQUE, Set.copyOf(key.columns())));
        return unique.or(() -> ConstraintKind.check(constraint)
                .filter(check -> check.name().implicit())
                .flatMap(check -> reason(table, Reason.Kind.CHECK, keys.mentioned(table, check))));
    }

    private Optional<String> reason(ObjectName table, Reason.Kind kind, Set<String> columns) {
        return origins.of(table).reasons().stream()
                .filter(reason -> reason.kind() == kind && reason.columns().equals(columns))
                .filter(reason -> columns.stream().noneMatch(column -> changed.contains(List.of(table, column))))
                .map(Reason::text)
                .findFirst();
    }
}
