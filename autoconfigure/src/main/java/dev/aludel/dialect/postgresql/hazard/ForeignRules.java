package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.operation.TakeDown;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.List;
import java.util.Set;

/** What takes an object along that is not Aludel's. */
final class ForeignRules extends PartialVisitor<List<Hazard>> {

    private final PlannedRows rows;
    private final Set<SchemaObject> foreign;

    ForeignRules(PlannedRows rows, Set<SchemaObject> foreign) {
        this.rows = rows;
        this.foreign = foreign;
    }

    @Override
    protected List<Hazard> other(Operation operation) {
        return List.of();
    }

    @Override
    public List<Hazard> dropIndex(DropIndex operation) {
        if (!foreign.contains(object(operation)) || rows.comesBack(operation)) {
            return List.of();
        }
        return List.of(Hazard.of(
                HazardCode.DROP_UNMANAGED_INDEX,
                operation.table(),
                "Index '%s' on '%s' was not made by a revision and stands on what is dropped, so it goes as well; a downgrade restores it."
                        .formatted(operation.index().name(), operation.table()),
                "If queries need it, create its successor in this revision."));
    }

    private static SchemaObject object(DropIndex drop) {
        return new SchemaObject(
                Kind.INDEX, drop.table().sibling(drop.index().name().text()));
    }

    @Override
    public List<Hazard> takeDown(TakeDown operation) {
        if (operation.dependant().removal().isEmpty() || rows.comesBack(operation.dependant())) {
            return List.of();
        }
        SchemaObject object = operation.dependant().object();
        return List.of(Hazard.of(
                HazardCode.DROP_DEPENDENT_OBJECT,
                object.name(),
                "The %s '%s' was not made by a revision and stands on what is dropped, so it goes as well; a downgrade restores it."
                        .formatted(object.kind().label(), object.name()),
                "If it is needed, make its successor in this revision."));
    }
}
