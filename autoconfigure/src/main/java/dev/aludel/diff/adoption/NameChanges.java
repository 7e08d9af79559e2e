package dev.aludel.diff.adoption;

import static java.util.stream.Collectors.toMap;

import dev.aludel.diff.Rank;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.RenameOrder;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Constraints and indexes that change nothing but their name: they are renamed, since to drop and make them again would build an index
 * or check all rows. No question needs to be asked for that, as nothing is lost.
 */
public final class NameChanges {

    private record Change(ObjectName table, boolean index, NameSlot after) {}

    private final Schema database;
    private final Map<NameSlot, Change> changes = new TreeMap<>();

    private NameChanges(Schema database) {
        this.database = database;
    }

    /** Compares the names; tables and columns are called the same in both schemas. */
    public static NameChanges between(Schema database, Schema model) {
        NameChanges changes = new NameChanges(database);
        Map<ObjectName, Table> wanted =
                model.tables().stream().collect(toMap(Table::name, Function.identity(), (first, second) -> first));
        for (Table table : database.tables()) {
            Table now = wanted.get(table.name());
            if (now != null) {
                changes.compare(table, now);
            }
        }
        changes.leaveTakenNames();
        return changes;
    }

    private void compare(Table table, Table now) {
        ObjectName name = table.name();
        new Pairs<Constraint>(Constraint::name, Constraint::withName)
                .renamed(table.constraints(), now.constraints())
                .forEach((constraint, after) -> {
                    NameSlot slot = NameSlot.of(name, constraint);
                    changes.put(slot, new Change(name, false, slot.with(after)));
                });
        new Pairs<Index>(Index::name, Index::withName)
                .renamed(table.indexes(), now.indexes())
                .forEach((index, after) -> {
                    NameSlot slot = NameSlot.relation(name.sibling(index.name().text()));
                    changes.put(slot, new Change(name, true, slot.with(after)));
                });
    }

    /** A name that something has which goes or changes otherwise is free only after that: then it is dropped and made as ever. */
    private void leaveTakenNames() {
        Set<NameSlot> existing = new HashSet<>();
        Set<NameSlot> keys = new HashSet<>();
        database.sequences().forEach(sequence -> existing.add(NameSlot.relation(sequence.name())));
        for (Table table : database.tables()) {
            existing.add(NameSlot.relation(table.name()));
            table.constraints().forEach(constraint -> {
                existing.add(NameSlot.of(table.name(), constraint));
                if (Rank.of(constraint).hasIndex()) {
                    String text = constraint.name().text();
                    keys.add(NameSlot.ofTable(table.name(), text));
                }
            });
            table.indexes()
                    .forEach(index -> existing.add(
                            NameSlot.relation(table.name().sibling(index.name().text()))));
        }
        changes.values().removeIf(change -> isOfAnotherKind(change, existing, keys));
        while (changes.values()
                .removeIf(change -> existing.contains(change.after()) && !changes.containsKey(change.after()))) {
            // what stays may be in the way of another
        }
    }

    /** Whether a constraint with an index has the name that one without an index takes in the table, or the other way round. */
    private static boolean isOfAnotherKind(Change change, Set<NameSlot> existing, Set<NameSlot> keys) {
        String name = change.after().name().name();
        NameSlot ofTable = NameSlot.ofTable(change.table(), name);
        boolean key = !change.after().equals(ofTable);
        return !change.index() && (key ? existing : keys).contains(ofTable);
    }

    /** The operations, in an order in which each name is free when it is taken. */
    public List<Operation> operations() {
        Map<NameSlot, NameSlot> renames = new TreeMap<>();
        changes.forEach((before, change) -> renames.put(before, change.after()));
        return RenameOrder.of(renames, slot -> slot.with(RenameOrder.ASIDE)).stream()
                .map(this::operation)
                .toList();
    }

    private Operation operation(RenameOrder.Step<NameSlot> step) {
        Change change = changes.get(step.origin());
        String before = step.before().name().name();
        String after = step.after().name().name();
        ObjectName table = change == null ? step.origin().name() : change.table();
        return change != null && change.index()
                ? new RenameIndex(table, before, after)
                : new RenameConstraint(table, before, after);
    }

    /** The database with the new names. */
    public Schema applyTo(Schema schema) {
        return changes.isEmpty()
                ? schema
                : schema.mapTables(table -> table.withConstraints(table.constraints().stream()
                                .map(constraint -> constraint.withName(
                                        name(constraint.name(), NameSlot.of(table.name(), constraint))))
                                .toList())
                        .withIndexes(table.indexes().stream()
                                .map(index -> index.withName(name(
                                        index.name(),
                                        NameSlot.relation(table.name()
                                                .sibling(index.name().text())))))
                                .toList()));
    }

    private ConstraintName name(ConstraintName name, NameSlot slot) {
        Change change = changes.get(slot);
        return change == null ? name : ConstraintName.of(change.after().name().name());
    }

    /** Objects of equal content and different names. */
    private record Pairs<T>(Function<T, ConstraintName> name, BiFunction<T, ConstraintName, T> named) {

        Map<T, String> renamed(List<T> before, List<T> after) {
            List<T> open = new ArrayList<>(after);
            List<T> left = new ArrayList<>();
            for (T object : before) {
                if (!open.removeIf(other -> text(other).equals(text(object)) && isSame(object, other))) {
                    left.add(object);
                }
            }
            Map<T, String> renamed = new java.util.LinkedHashMap<>();
            for (T object : left) {
                open.stream()
                        .filter(other -> !name.apply(other).isUnnamed() && isSame(object, other))
                        .findFirst()
                        .ifPresent(other -> {
                            renamed.put(object, text(other));
                            open.remove(other);
                        });
            }
            return renamed;
        }

        private boolean isSame(T object, T other) {
            return named.apply(other, name.apply(object)).equals(object);
        }

        private String text(T object) {
            return name.apply(object).text();
        }
    }
}
