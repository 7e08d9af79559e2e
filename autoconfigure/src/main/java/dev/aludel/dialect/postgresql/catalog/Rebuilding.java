package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropView;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PutBack;
import dev.aludel.operation.TakeDown;
import dev.aludel.schema.Dependant;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is taken down, each before what it stands on, and what is put back, each after. */
public final class Rebuilding {

    /**
     * A step.
     *
     * @param name of the object
     * @param view the mapping's view, for what its query names
     * @param stored what the database says it stands on
     */
    private record Step(
            Operation operation,
            ObjectName name,
            @Nullable View view,
            @Nullable StoredDependant stored) {

        boolean standsOn(Step other) {
            if (stored != null && other.stored != null && stored.onOthers().contains(other.stored.key())) {
                return true;
            }
            return view != null && !name.equals(other.name) && view.query().mentions(other.name.name());
        }
    }

    private final List<Step> downs = new ArrayList<>();
    private final List<Step> ups = new ArrayList<>();
    private final Map<ObjectName, Dependant> belongings = new HashMap<>();

    public void down(TakeDown operation, StoredDependant stored) {
        downs.add(new Step(operation, stored.object().name(), null, stored));
    }

    public void down(DropView operation, @Nullable StoredDependant stored) {
        downs.add(new Step(operation, operation.view().name(), operation.view(), stored));
    }

    public void up(PutBack operation, StoredDependant stored) {
        ups.add(new Step(operation, stored.object().name(), null, stored));
    }

    public void up(CreateView operation, @Nullable StoredDependant stored) {
        ups.add(new Step(operation, operation.view().name(), operation.view(), stored));
    }

    /** What belongs to a view that is dropped and created: it is put back as soon as the view is there, on both ways. */
    public void belongings(ObjectName view, Dependant dependant) {
        belongings.put(view, dependant);
    }

    public List<Operation> downs() {
        List<Step> order = new ArrayList<>(ordered(downs));
        Collections.reverse(order);
        List<Operation> operations = new ArrayList<>();
        for (Step step : order) {
            Dependant belonging = step.view() == null ? null : belongings.get(step.name());
            if (belonging != null) {
                operations.add(new TakeDown(belonging));
            }
            operations.add(step.operation());
        }
        return operations;
    }

    public List<Operation> ups() {
        List<Operation> operations = new ArrayList<>();
        for (Step step : ordered(ups)) {
            operations.add(step.operation());
            Dependant belonging = step.view() == null ? null : belongings.get(step.name());
            if (belonging != null) {
                operations.add(new PutBack(belonging));
            }
        }
        return operations;
    }

    /** Each after those that it stands on, by name where that leaves a choice. */
    private static List<Step> ordered(List<Step> steps) {
        List<Step> sorted =
                steps.stream().sorted(Comparator.comparing(Step::name)).toList();
        Set<Step> ordered = new LinkedHashSet<>();
        sorted.forEach(step -> visit(step, sorted, new LinkedHashSet<>(), ordered));
        return List.copyOf(ordered);
    }

    private static void visit(Step step, List<Step> all, Set<Step> path, Set<Step> ordered) {
        if (ordered.contains(step) || !path.add(step)) {
            return;
        }
        all.stream().filter(step::standsOn).forEach(other -> visit(other, all, path, ordered));
        ordered.add(step);
    }
}
