package dev.aludel.runner;

import dev.aludel.RevisionListener;
import dev.aludel.SchemaFilter;
import dev.aludel.hazard.HazardPolicy;
import dev.aludel.runner.execution.EntitySessions;
import java.util.List;

/**
 * What an application adds to a runner.
 *
 * @param entities for revisions that work with entities
 * @param filters all of which an object must pass to be compared
 * @param listeners told in turn of revisions that were applied or taken back
 * @param hazards how severe they are
 */
public record Extensions(
        EntitySessions entities, List<SchemaFilter> filters, List<RevisionListener> listeners, HazardPolicy hazards) {

    public Extensions {
        filters = List.copyOf(filters);
        listeners = List.copyOf(listeners);
    }

    /** Nothing. */
    public static Extensions none() {
        return new Extensions(EntitySessions.none(), List.of(), List.of(), HazardPolicy.warning());
    }
}
