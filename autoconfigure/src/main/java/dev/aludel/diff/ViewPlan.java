package dev.aludel.diff;

import dev.aludel.operation.AlterView;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropView;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.View;
import dev.aludel.schema.ViewOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The views, each after those that it reads. One whose query changes is dropped and created, and so is what reads it; those that
 * stand on a column that changes are found later, by what the server says stands on it.
 */
final class ViewPlan {

    private final Plan plan;

    ViewPlan(Plan plan) {
        this.plan = plan;
    }

    void add(List<View> before, List<View> after) {
        ViewOrder old = new ViewOrder(before);
        Map<ObjectName, View> kept = new HashMap<>();
        after.forEach(view -> kept.put(view.name(), view));
        Set<ObjectName> standing = new HashSet<>();
        List<View> gone = new ArrayList<>();
        for (View view : old.ordered()) {
            View next = kept.get(view.name());
            if (next == null
                    || !next.query().equals(view.query())
                    || gone.stream().anyMatch(other -> old.reads(view, other.name()))) {
                gone.add(0, view);
            } else {
                standing.add(view.name());
                if (!next.equals(view)) {
                    plan.add(Phase.VIEW_COMMENT, new AlterView(view, next));
                }
            }
        }
        gone.forEach(view -> plan.add(Phase.DROP_VIEW, new DropView(view)));
        new ViewOrder(after)
                .ordered().stream()
                        .filter(view -> !standing.contains(view.name()))
                        .forEach(view -> plan.add(Phase.CREATE_VIEW, new CreateView(view)));
    }
}
