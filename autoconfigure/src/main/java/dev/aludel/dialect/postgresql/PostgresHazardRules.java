package dev.aludel.dialect.postgresql;

import static java.util.stream.Collectors.toSet;

import dev.aludel.dialect.Hazard;
import dev.aludel.dialect.HazardRules;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.ContinueNumbers;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PutBack;
import dev.aludel.operation.TakeDown;
import dev.aludel.schema.Numbers;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The hazards on PostgreSQL. A family of hazards is a visitor, so that a new kind of operation is considered by each. */
public final class PostgresHazardRules implements HazardRules {

    private final List<Operation.Visitor<List<Hazard>>> families = List.of(new LossRules());

    @Override
    public List<Hazard> of(Operation operation) {
        return families.stream()
                .flatMap(family -> operation.accept(family).stream())
                .toList();
    }

    @Override
    public List<Hazard> of(List<Operation> plan, Collection<SchemaObject> unmanaged) {
        Set<SchemaObject> foreign = Set.copyOf(unmanaged);
        List<Hazard> hazards = new ArrayList<>();
        ConstraintHazards constraints = new ConstraintHazards(new PostgresRenderer(), plan);
        Set<ObjectName> continued = continued(plan);
        for (Operation operation : plan) {
            if (!(operation instanceof DropSequence drop
                    && continued.contains(drop.sequence().name()))) {
                hazards.addAll(of(operation));
            }
            if (operation instanceof AddConstraint added) {
                constraints.of(added).ifPresent(hazards::add);
            }
            if (operation instanceof CreateIndex created) {
                constraints.of(created).ifPresent(hazards::add);
            }
            if (operation instanceof DropIndex drop
                    && foreign.contains(object(drop))
                    && !plan.contains(new CreateIndex(drop.table(), drop.index()))) {
                hazards.add(droppedForeignIndex(drop));
            }
            if (operation instanceof TakeDown down && !plan.contains(new PutBack(down.dependant()))) {
                hazards.add(goesAlong(down));
            }
        }
        return List.copyOf(hazards);
    }

    /** The sequences whose successor goes on where they stop, and they on the way back. */
    private static Set<ObjectName> continued(List<Operation> plan) {
        return plan.stream()
                .filter(ContinueNumbers.class::isInstance)
                .flatMap(operation -> ((ContinueNumbers) operation).before().stream())
                .filter(Numbers.OfSequence.class::isInstance)
                .map(numbers -> ((Numbers.OfSequence) numbers).name())
                .collect(toSet());
    }

    private static Hazard goesAlong(TakeDown down) {
        return new Hazard(
                "drop-dependent-object",
                true,
                "The %s '%s' was not made by a revision and stands on what is dropped, so it goes as well; a downgrade restores it. If it is needed, make its successor in this revision."
                        .formatted(
                                down.dependant().object().kind().label(),
                                down.dependant().object().name()));
    }

    private static SchemaObject object(DropIndex drop) {
        return new SchemaObject(
                Kind.INDEX, drop.table().sibling(drop.index().name().text()));
    }

    private static Hazard droppedForeignIndex(DropIndex drop) {
        ObjectName table = drop.table();
        return new Hazard(
                "drop-unmanaged-index",
                true,
                "Index '%s' on '%s' was not made by a revision and stands on what is dropped, so it goes as well; a downgrade restores it. If queries need it, create its successor in this revision."
                        .formatted(drop.index().name(), table));
    }
}
