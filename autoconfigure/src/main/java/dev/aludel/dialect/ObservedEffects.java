package dev.aludel.dialect;

import dev.aludel.hazard.Impact;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Renames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a statement was seen to do to tables that were there before it.
 *
 * @param impacts by table: the strongest lock that is held now, and the work that was done under it
 * @param truncated that were emptied at once
 * @param validated that have a constraint which was validated
 * @param changed whose rows were looked for from end to end to be changed
 * @param held that earlier statements of the transaction have locked against writers
 * @param refreshed materialized views whose query was run again
 */
public record ObservedEffects(
        Renames renames,
        Map<ObjectName, Impact> impacts,
        Set<ObjectName> truncated,
        Set<ObjectName> validated,
        Set<ObjectName> changed,
        Set<ObjectName> held,
        Set<ObjectName> refreshed) {

    public ObservedEffects {
        impacts = Map.copyOf(impacts);
        truncated = Set.copyOf(truncated);
        validated = Set.copyOf(validated);
        changed = Set.copyOf(changed);
        held = Set.copyOf(held);
        refreshed = Set.copyOf(refreshed);
    }

    /** The same without tables that nobody else can see. */
    public ObservedEffects without(Set<ObjectName> tables) {
        Map<ObjectName, Impact> others = new HashMap<>(impacts);
        others.keySet().removeAll(tables);
        return new ObservedEffects(
                renames,
                others,
                others(truncated, tables),
                others(validated, tables),
                others(changed, tables),
                others(held, tables),
                others(refreshed, tables));
    }

    private static Set<ObjectName> others(Set<ObjectName> some, Set<ObjectName> tables) {
        Set<ObjectName> others = new HashSet<>(some);
        others.removeAll(tables);
        return others;
    }

    /** Whether others waited while the statement worked on the whole of a table. */
    public boolean blocks(ObjectName table) {
        Impact impact = impacts.get(table);
        return impact != null && impact.blocksForLong();
    }
}
