package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.Hazard;
import dev.aludel.dialect.HazardRules;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.Operation;
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
        for (Operation operation : plan) {
            hazards.addAll(of(operation));
            if (operation instanceof DropIndex drop
                    && foreign.contains(object(drop))
                    && !plan.contains(new CreateIndex(drop.table(), drop.index()))) {
                hazards.add(droppedForeignIndex(drop));
            }
        }
        return List.copyOf(hazards);
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
