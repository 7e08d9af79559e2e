package dev.aludel.diff.online;

import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.Validity;
import java.util.List;
import java.util.Set;

/** A constraint that a table in use gains. */
final class ConstraintForms implements Constraint.Visitor<List<Part>> {

    /** What follows a unique constraint that an index can be taken for; what else there is belongs to the index and is rare. */
    static final Set<String> PLAIN_OPTIONS = Set.of("", "deferrable", "deferrable initially deferred");

    private final Surroundings plan;
    private final AddConstraint operation;

    ConstraintForms(Surroundings plan, AddConstraint operation) {
        this.plan = plan;
        this.operation = operation;
    }

    /** Whether a unique constraint takes the place of one of the same name, which it is built beside. */
    static boolean exchanges(Surroundings plan, DropConstraint before, AddConstraint after) {
        return plan.isInUse(after.table())
                && before.constraint() instanceof UniqueConstraint old
                && after.constraint() instanceof UniqueConstraint now
                && !old.equals(now)
                && PLAIN_OPTIONS.contains(old.options())
                && PLAIN_OPTIONS.contains(now.options())
                && !plan.isDisturbed(after.table(), old::concerns);
    }

    @Override
    public List<Part> primaryKey(PrimaryKey constraint) {
        return plan.predecessor(operation).isPresent() || plan.makesViews() || plan.isTakenDown(operation)
                ? OnlineForms.plain(operation)
                : built();
    }

    @Override
    public List<Part> unique(UniqueConstraint constraint) {
        DropConstraint before = plan.predecessor(operation).orElse(null);
        if (before == null) {
            return PLAIN_OPTIONS.contains(constraint.options()) && !plan.isTakenDown(operation)
                    ? built()
                    : OnlineForms.plain(operation);
        }
        return exchanges(plan, before, operation) ? List.of(exchange(before)) : OnlineForms.plain(operation);
    }

    private List<Part> built() {
        return List.of(Part.beside("indexes", new AddConstraint(operation.table(), operation.constraint(), true)));
    }

    /** The old constraint holds until the new one is there. */
    private Part exchange(DropConstraint before) {
        ObjectName table = operation.table();
        Constraint after = operation.constraint();
        String name = after.name().text();
        String interim = OnlineForms.interim(name);
        return Part.beside(
                "indexes",
                new AddConstraint(table, after.withName(after.name().withText(interim)), true),
                new DropConstraint(table, before.constraint(), true),
                new RenameConstraint(table, interim, name));
    }

    @Override
    public List<Part> foreignKey(ForeignKey constraint) {
        return !constraint.validity().isChecked()
                ? OnlineForms.plain(operation)
                : validated(constraint.withValidity(Validity.NOT_VALID));
    }

    @Override
    public List<Part> check(CheckConstraint constraint) {
        return !constraint.validity().isChecked()
                ? OnlineForms.plain(operation)
                : validated(constraint.withValidity(Validity.NOT_VALID));
    }

    @Override
    public List<Part> exclusion(ExclusionConstraint constraint) {
        return OnlineForms.plain(operation);
    }

    private List<Part> validated(Constraint unchecked) {
        return List.of(
                Part.within("", new AddConstraint(operation.table(), unchecked)),
                Part.beside("validate", new ValidateConstraint(operation.table(), operation.constraint())));
    }
}
