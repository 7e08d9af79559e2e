package dev.aludel.dialect;

import dev.aludel.hazard.Forecast;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.Situation;
import dev.aludel.operation.Operation;
import dev.aludel.schema.SchemaObject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells what operations block or lose. */
public interface HazardRules {

    /**
     * What a plan does, a forecast for each of its operations, in its order. What the plan itself makes blocks nobody.
     *
     * @param unmanaged what the database holds that is not Aludel's
     * @param situation what is known of the database
     */
    List<Forecast> forecast(List<Operation> plan, Collection<SchemaObject> unmanaged, Situation situation);

    /**
     * Why an operation has no way back, in words for the header {@code irreversible}; empty where its reverse can work with rows.
     */
    Optional<String> irreversible(Operation operation);

    /**
     * What a statement did that was run to see.
     *
     * @param operations how it changed the catalogue
     * @param whole how all statements of its revision did
     * @param deeds what was seen of it
     * @param situation of the database where it is to run
     */
    List<Hazard> traced(List<Operation> operations, List<Operation> whole, ObservedEffects deeds, Situation situation);
}
