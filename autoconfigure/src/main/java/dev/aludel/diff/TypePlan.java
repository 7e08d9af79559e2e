package dev.aludel.diff;

import static java.util.stream.Collectors.toCollection;

import dev.aludel.operation.AddEnumValues;
import dev.aludel.operation.AlterType;
import dev.aludel.operation.CreateConversion;
import dev.aludel.operation.CreateType;
import dev.aludel.operation.DropConversion;
import dev.aludel.operation.DropType;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameType;
import dev.aludel.schema.CompositeType;
import dev.aludel.schema.EnumType;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.OutgoingName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.UserType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The types. What can be changed in place is; any other type is replaced: it takes an outgoing name, a new one takes its place, every
 * column moves over, and what went out is dropped. For the rest of the plan the type of these columns changes, so that what stands on
 * them is taken down and put back as for any other change of type.
 */
final class TypePlan {

    private final Schema before;
    private final Schema after;
    private final Matched<UserType> types;
    private final Set<ObjectName> replaced;
    private final Outgoing outgoing;
    private final BiFunction<Schema, Schema, List<Operation>> diff;

    /**
     * Decides what is replaced.
     *
     * @param diff the operations between two schemas that differ in their types alone
     */
    TypePlan(Schema before, Schema after, BiFunction<Schema, Schema, List<Operation>> diff) {
        this.before = before;
        this.after = after;
        this.diff = diff;
        this.types = Matched.types(TypeOrder.of(before.types()), TypeOrder.of(after.types()));
        this.replaced = replaced();
        this.outgoing = new Outgoing(replaced);
    }

    /** The schema before, in which types that are replaced are gone out of the way. */
    Schema released() {
        return outgoing.in(before);
    }

    /** An index as it is while the types that are replaced are out of the way. */
    Index released(Index index) {
        return outgoing.in(index);
    }

    void add(Plan plan) {
        Map<ObjectName, UserType> old = new HashMap<>();
        List<UserType> gone = new ArrayList<>();
        List<UserType> kept = TypeOrder.of(released().types());
        kept.forEach(type -> old.put(type.name(), type));
        replaced.forEach(name -> plan.add(Phase.TYPE, new RenameType(name, OutgoingName.of(name))));
        List<Operation> ends = new ArrayList<>();
        for (UserType type : TypeOrder.of(after.types())) {
            UserType previous = old.get(type.name());
            UserType replacedType = old.get(OutgoingName.of(type.name()));
            if (replaced.contains(type.name()) && replacedType != null) {
                plan.add(Phase.TYPE, new CreateType(type));
                plan.add(Phase.TYPE, new CreateConversion(replacedType, type));
                ends.add(new DropConversion(replacedType, type));
            } else if (previous == null) {
                plan.add(Phase.TYPE, new CreateType(type));
            }
        }
        types.kept().forEach(pair -> alter(plan, pair));
        Collections.reverse(ends);
        ends.forEach(end -> plan.add(Phase.DROP_TYPE, end));
        Set<ObjectName> staying = types.kept().stream()
                .map(pair -> pair.after().name())
                .filter(name -> !replaced.contains(name))
                .collect(toCollection(LinkedHashSet::new));
        kept.stream().filter(type -> !staying.contains(type.name())).forEach(gone::add);
        Collections.reverse(gone);
        gone.forEach(type -> plan.add(Phase.DROP_TYPE, new DropType(type)));
        addValues(plan);
    }

    private void alter(Plan plan, Matched.Pair<UserType> pair) {
        if (replaced.contains(pair.after().name())) {
            return;
        }
        UserType target = pair.after();
        if (pair.before() instanceof EnumType old && target instanceof EnumType now) {
            target = now.withValues(old.values());
        }
        if (!pair.before().equals(target)) {
            plan.add(phase(pair.before(), target), new AlterType(pair.before(), target));
        }
    }

    /** What goes must not be spoken of any more, and what comes may be. */
    private static Phase phase(UserType old, UserType now) {
        return old instanceof CompositeType before
                        && now instanceof CompositeType after
                        && before.attributes().size() > after.attributes().size()
                ? Phase.DROP_ATTRIBUTE
                : Phase.TYPE;
    }

    private static boolean isOfSameSize(CompositeType before, CompositeType after) {
        return before.attributes().size() == after.attributes().size();
    }

    /** Each way back begins where those of the types after it have led. */
    private void addValues(Plan plan) {
        Schema reached = after;
        List<Operation> additions = new ArrayList<>();
        List<Matched.Pair<UserType>> pairs = new ArrayList<>(types.kept());
        Collections.reverse(pairs);
        for (Matched.Pair<UserType> pair : pairs) {
            if (!replaced.contains(pair.after().name())
                    && pair.before() instanceof EnumType old
                    && pair.after() instanceof EnumType now
                    && !old.values().equals(now.values())) {
                EnumType less = now.withValues(old.values());
                Schema target = reached.withTypes(reached.types().stream()
                        .map(type -> type.name().equals(less.name()) ? less : type)
                        .toList());
                additions.add(new AddEnumValues(less, now, diff.apply(reached, target)));
                reached = target;
            }
        }
        Collections.reverse(additions);
        additions.forEach(addition -> plan.add(Phase.ENUM_VALUES, addition));
    }

    /** With those that have an attribute of a type that is replaced, and those whose name a new table takes with its row type. */
    private Set<ObjectName> replaced() {
        Set<ObjectName> tables = after.tables().stream().map(Table::name).collect(toCollection(LinkedHashSet::new));
        Set<ObjectName> names = types.removed().stream()
                .map(UserType::name)
                .filter(tables::contains)
                .collect(toCollection(LinkedHashSet::new));
        for (Matched.Pair<UserType> pair : types.kept()) {
            boolean within = TypeOrder.uses(pair.before()).stream().anyMatch(names::contains)
                    || TypeOrder.uses(pair.after()).stream().anyMatch(names::contains);
            if (within || !canChange(pair.before(), pair.after())) {
                names.add(pair.after().name());
            }
        }
        return names;
    }

    private boolean canChange(UserType old, UserType now) {
        if (old instanceof EnumType before && now instanceof EnumType after) {
            return canGain(before, after);
        }
        if (old instanceof CompositeType before && now instanceof CompositeType after) {
            int common = Math.min(before.attributes().size(), after.attributes().size());
            return definitions(before, common).equals(definitions(after, common))
                    && (isOfSameSize(before, after)
                            || !new TypeUse(this.before, this.after, now.name()).hasOtherDefault());
        }
        return old.equals(now);
    }

    /** No statement may use a value of an enumeration in the transaction in which it came (PostgreSQL manual, ALTER TYPE). */
    private boolean canGain(EnumType old, EnumType now) {
        List<String> kept = now.values().stream().filter(old.values()::contains).toList();
        List<String> added = now.values().stream()
                .filter(value -> !old.values().contains(value))
                .toList();
        TypeUse use = new TypeUse(before, after, now.name());
        return kept.equals(old.values()) && (added.isEmpty() || (!use.isGainedByColumns() && !use.isSpokenOf(added)));
    }

    private static List<CompositeType.Attribute> definitions(CompositeType type, int count) {
        return type.attributes().stream()
                .limit(count)
                .map(attribute ->
                        new CompositeType.Attribute(attribute.name(), attribute.type(), attribute.collation(), null))
                .toList();
    }
}
