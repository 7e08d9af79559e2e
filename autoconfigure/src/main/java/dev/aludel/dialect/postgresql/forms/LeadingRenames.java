package dev.aludel.dialect.postgresql.forms;

import dev.aludel.operation.DropView;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameNotNulls;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.RenameTable;
import java.util.List;
import java.util.Set;

/**
 * The renames at the beginning of a plan, and all that follows, which speaks of the new names.
 *
 * @param renames with what they need, such as a schema to move to; empty where nothing is renamed
 * @param rest the other operations
 */
record LeadingRenames(List<Operation> renames, List<Operation> rest) {

    private static final Set<Class<? extends Operation>> KINDS = Set.of(
            RenameTable.class,
            RenameColumn.class,
            RenameConstraint.class,
            RenameIndex.class,
            RenameNotNulls.class,
            RenameSequence.class);

    static LeadingRenames of(List<Operation> plan) {
        int end = 0;
        for (int i = 0; i < plan.size(); i++) {
            end = KINDS.contains(plan.get(i).getClass()) ? i + 1 : end;
        }
        List<Operation> first = plan.subList(0, end);
        List<Operation> views =
                first.stream().filter(DropView.class::isInstance).toList();
        List<Operation> rest = new java.util.ArrayList<>(views);
        rest.addAll(plan.subList(end, plan.size()));
        return new LeadingRenames(
                first.stream()
                        .filter(operation -> !(operation instanceof DropView))
                        .toList(),
                List.copyOf(rest));
    }
}
