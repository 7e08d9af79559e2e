package dev.aludel.diff;

import dev.aludel.operation.RenameValue;
import dev.aludel.schema.Column;
import dev.aludel.schema.Table;

/**
 * Values that the mapping calls otherwise. What rows hold is never looked at: a check that allows the old value and not the new one
 * tells that the rename is yet to come.
 */
final class ValuePlan {

    private final Plan plan;

    ValuePlan(Plan plan) {
        this.plan = plan;
    }

    void add(Table before, Table after) {
        for (Column column : after.columns()) {
            column.values().former().forEach((old, now) -> {
                boolean hasOld = ValueRenames.allows(before, column.name(), old)
                        && !ValueRenames.allows(before, column.name(), now);
                boolean wantsNew = ValueRenames.allows(after, column.name(), now)
                        && !ValueRenames.allows(after, column.name(), old);
                if (hasOld && wantsNew) {
                    plan.add(Phase.VALUES, new RenameValue(after.name(), column.name(), old, now));
                }
            });
        }
    }
}
