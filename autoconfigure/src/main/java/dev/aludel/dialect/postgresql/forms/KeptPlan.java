package dev.aludel.dialect.postgresql.forms;

import dev.aludel.dialect.Dependants.Kept;
import dev.aludel.dialect.postgresql.catalog.Rebuilding;
import dev.aludel.dialect.postgresql.catalog.StoredDependant;
import dev.aludel.dialect.postgresql.catalog.TouchedObject;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.operation.AlterView;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropView;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.operation.PutBack;
import dev.aludel.operation.TakeDown;
import dev.aludel.schema.Dependant;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.schema.Table;
import dev.aludel.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan with what stands in its way: what stands on something that stays is taken down first and put back last, what goes along
 * with something is taken down, so that the way back restores it, and what stands on something that goes is a hazard. The model's
 * own views are dropped and created instead, and what belongs to them is put back.
 */
final class KeptPlan {

    private final LeadingRenames head;
    private final List<Operation> plan;
    private final Map<ObjectName, View> viewsBefore = new HashMap<>();
    private final Map<ObjectName, View> viewsAfter = new HashMap<>();
    private final List<StoredDependant> dependants;
    private final Belongings belongings;
    private final Map<ObjectName, StoredDependant> managedViews = new HashMap<>();

    KeptPlan(LeadingRenames head, List<StoredDependant> found, Schema before, Schema after) {
        this.head = head;
        this.plan = head.rest();
        before.views().forEach(view -> viewsBefore.put(view.name(), view));
        after.views().forEach(view -> viewsAfter.put(view.name(), view));
        Set<ObjectName> tables = before.tables().stream().map(Table::name).collect(Collectors.toSet());
        this.belongings = new Belongings(plan, found);
        this.dependants = found.stream()
                .filter(one -> one.holder() == null && !isManaged(one, tables))
                .toList();
        dependants.stream()
                .filter(one ->
                        one.isView() && viewsBefore.containsKey(one.object().name()))
                .forEach(one -> managedViews.put(one.object().name(), one));
    }

    /**
     * Whether the plan itself sees to it: a foreign key of the model's tables,
     * or a column of theirs that has a type or a default.
     */
    private static boolean isManaged(StoredDependant one, Set<ObjectName> tables) {
        Kind kind = one.object().kind();
        return (kind == Kind.FOREIGN_KEY || kind == Kind.TABLE || kind == Kind.COLUMN)
                && tables.contains(one.relation());
    }

    Kept kept() {
        List<StoredDependant> foreign =
                dependants.stream().filter(one -> !isManaged(one)).toList();
        Set<StoredDependant> along = along(foreign);
        Set<StoredDependant> blocked = new HashSet<>();
        List<Hazard> hazards = new ArrayList<>();
        for (StoredDependant one : foreign) {
            boolean lost = !along.contains(one) && !one.lost().isEmpty();
            if (lost || one.member() || one.barred() != null || one.object().kind() == Kind.OBJECT) {
                blocked.add(one);
                hazards.add(hazard(one));
            }
        }
        Rebuilding steps = new Rebuilding();
        for (StoredDependant one : foreign) {
            if (!blocked.contains(one)) {
                steps.down(new TakeDown(one.dependant()), one);
                if (!along.contains(one)) {
                    steps.up(new PutBack(one.dependant()), one);
                }
            }
        }
        List<Operation> rest = new ArrayList<>(plan);
        views(steps, rest);
        List<Operation> whole = new ArrayList<>(head.renames());
        whole.addAll(belongings.downs());
        whole.addAll(steps.downs());
        whole.addAll(rest);
        whole.addAll(steps.ups());
        whole.addAll(belongings.ups());
        return new Kept(whole, hazards);
    }

    /** What goes with something, and what stands on that in turn, such as a trigger of a partition. */
    private static Set<StoredDependant> along(List<StoredDependant> foreign) {
        Set<StoredDependant> along = new HashSet<>();
        Set<String> keys = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (StoredDependant one : foreign) {
                boolean goes = one.goesAlong() || one.onOthers().stream().anyMatch(keys::contains);
                if (goes && along.add(one)) {
                    keys.add(one.key());
                    more = true;
                }
            }
        }
        return along;
    }

    private boolean isManaged(StoredDependant one) {
        return managedViews.containsValue(one);
    }

    /** Takes the views out of the plan, to be dropped and created in one order with what is not Aludel's. */
    private void views(Rebuilding steps, List<Operation> rest) {
        Views views = new Views();
        managedViews.keySet().forEach(name -> {
            View view = viewsBefore.get(name);
            if (view != null) {
                views.dropped.put(name, view);
            }
            View next = viewsAfter.get(name);
            if (next != null) {
                views.created.put(name, next);
            }
        });
        rest.removeIf(operation -> operation.accept(views));
        for (View view : views.dropped.values()) {
            StoredDependant stored = managedViews.get(view.name());
            View next = views.created.get(view.name());
            boolean hasBelongings =
                    stored != null && next != null && !stored.settings().isEmpty();
            steps.down(new DropView(head.renames().isEmpty() || stored == null ? view : renamed(view, stored)), stored);
            if (stored != null && hasBelongings) {
                steps.belongings(view.name(), stored.belongings());
            }
        }
        views.created.values().forEach(view -> steps.up(new CreateView(view), managedViews.get(view.name())));
    }

    /** The views of a plan by name; the answer is whether an operation is about one that is dropped or created. */
    private static final class Views extends PartialVisitor<Boolean> {

        private final Map<ObjectName, View> dropped = new HashMap<>();
        private final Map<ObjectName, View> created = new HashMap<>();

        @Override
        protected Boolean other(Operation operation) {
            return false;
        }

        @Override
        public Boolean dropView(DropView operation) {
            dropped.put(operation.view().name(), operation.view());
            return true;
        }

        @Override
        public Boolean createView(CreateView operation) {
            created.put(operation.view().name(), operation.view());
            return true;
        }

        @Override
        public Boolean alterView(AlterView operation) {
            return created.containsKey(operation.after().name());
        }
    }

    /** The query as it is once its tables have their new names: so it is made again on the way back, before they lose them. */
    private static View renamed(View view, StoredDependant stored) {
        Dependant dependant = stored.dependant();
        String name = dependant.removal().get(0).substring("drop view ".length());
        String query = dependant.restoration().get(0).substring(("create view " + name + " as ").length());
        return view.withQuery(Expression.of(query));
    }

    private static Hazard hazard(StoredDependant one) {
        String object = one.object().kind().label() + " '" + one.object().name() + "'";
        String lost = one.lost().stream().map(TouchedObject::describe).collect(Collectors.joining(" and "));
        if (one.barred() != null && one.lost().isEmpty()) {
            return dependent(
                    one,
                    "The %s belongs to role '%s', of which this one is no member, and stands on what changes: the upgrade fails."
                            .formatted(object, one.barred()),
                    "Upgrade as a member of it: aludel.datasource.username.");
        }
        if (one.lost().isEmpty() && !one.member()) {
            return dependent(
                    one,
                    "The %s stands on what changes, and is not put back: the upgrade fails.".formatted(object),
                    "Drop it in this revision, before, and make it again after: %s;"
                            .formatted(one.dependant().removal().get(0)));
        }
        if (one.member() && one.lost().isEmpty()) {
            return dependent(
                    one,
                    "The %s belongs to an extension and stands on what changes: the upgrade fails.".formatted(object),
                    "Drop the extension in this revision, before, and create it after.");
        }
        if (one.object().kind() == Kind.TABLE
                && one.lost().stream().anyMatch(touch -> touch.kind() == TouchedObject.Kind.TYPE)) {
            return dependent(
                    one,
                    "The %s was not made by a revision and has columns of %s, which is made anew: the upgrade fails."
                            .formatted(object, lost),
                    "Move them in this revision, before the old type is dropped: %s;"
                            .formatted(one.dependant().restoration().get(0)));
        }
        return dependent(
                one,
                "The %s was not made by a revision and stands on %s, which goes: the upgrade fails."
                        .formatted(object, lost),
                "Change it in this revision, before, so that it does without, or drop it: %s;"
                        .formatted(one.dependant().removal().get(0)));
    }

    private static Hazard dependent(StoredDependant one, String message, String safe) {
        return Hazard.of(HazardCode.DEPENDENT_OBJECT, one.object().name(), message, safe)
                .withLoss(true);
    }
}
