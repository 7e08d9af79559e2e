package dev.aludel.dialect;

import dev.aludel.operation.Operation;
import dev.aludel.schema.SchemaObject;
import java.util.Collection;
import java.util.List;

/** Tells what operations block or lose. */
public interface HazardRules {

    /** The hazards of one operation, taken by itself. */
    List<Hazard> of(Operation operation);

    /**
     * The hazards of a whole plan, in its order: those of each operation, and what only the whole tells, such as an unmanaged
     * index that is dropped and not made again.
     *
     * @param unmanaged what the database holds that is not Aludel's
     */
    List<Hazard> of(List<Operation> plan, Collection<SchemaObject> unmanaged);
}
