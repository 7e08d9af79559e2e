package dev.aludel.dialect;

import dev.aludel.operation.Operation;
import dev.aludel.schema.SchemaObject;
import java.util.Collection;
import java.util.List;

/** Tells what operations block or lose. */
public interface HazardRules {

    /**
     * What a plan does, a forecast for each of its operations, in its order. What the plan itself makes blocks nobody.
     *
     * @param unmanaged what the database holds that is not Aludel's
     * @param situation what is known of the database
     */
    List<Forecast> forecast(List<Operation> plan, Collection<SchemaObject> unmanaged, Situation situation);
}
