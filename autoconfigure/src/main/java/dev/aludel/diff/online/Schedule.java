package dev.aludel.diff.online;

import dev.aludel.diff.provenance.Difference;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.CreateAuxiliaryObject;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.Operation;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Puts the parts of operations into as few revisions as their transactions allow: those with even numbers run in a transaction, those
 * with odd ones beside. Within a revision the order is that of the plan. An operation in its usual form is in the first revision; what
 * stands on something that is built later waits for it.
 */
final class Schedule {

    private final Map<Integer, Revision> revisions = new TreeMap<>();
    private final Map<ColumnName, Ready> columns = new HashMap<>();
    private final Map<ObjectName, Integer> keys = new HashMap<>();
    private final Map<String, Integer> built = new HashMap<>();

    private record ColumnName(ObjectName table, String column) {}

    /** In which revision a column's rows have their values, and in which it is all that it is to be. */
    private record Ready(int filled, int whole) {}

    private record Revision(Set<String> labels, List<Difference> differences) {

        Revision() {
            this(new LinkedHashSet<>(), new ArrayList<>());
        }
    }

    /**
     * Adds what an operation becomes.
     *
     * @param why tells of each operation of the parts where it comes from
     */
    void add(Operation operation, List<Part> parts, Function<Operation, Difference> why) {
        int number = earliest(operation);
        int filled = 0;
        for (Part part : parts) {
            number += isTransactional(number) == part.transactional() ? 0 : 1;
            Revision revision = revisions.computeIfAbsent(number, absent -> new Revision());
            if (!part.label().isEmpty()) {
                revision.labels.add(part.label());
            }
            part.operations().forEach(each -> revision.differences.add(why.apply(each)));
            filled = part.transactional() ? filled : number;
            number++;
        }
        if (!parts.isEmpty()) {
            note(operation, filled, number - 1);
        }
    }

    private static boolean isTransactional(int number) {
        return number % 2 == 0;
    }

    private int earliest(Operation operation) {
        if (operation instanceof CreateIndex created) {
            return latest(created.table(), created.index()::concerns, false);
        }
        if (operation instanceof CreateAuxiliaryObject created) {
            return built.entrySet().stream()
                    .filter(name -> created.object().mentions(name.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .max()
                    .orElse(0);
        }
        return operation instanceof AddConstraint added ? earliest(added) : 0;
    }

    private int earliest(AddConstraint added) {
        if (added.constraint() instanceof ForeignKey key) {
            return keys.getOrDefault(key.target(), 0);
        }
        boolean whole = added.constraint() instanceof PrimaryKey;
        return latest(added.table(), added.constraint()::concerns, whole);
    }

    private int latest(ObjectName table, Predicate<String> concerned, boolean whole) {
        return columns.entrySet().stream()
                .filter(column -> column.getKey().table().equals(table)
                        && concerned.test(column.getKey().column()))
                .mapToInt(column ->
                        whole ? column.getValue().whole() : column.getValue().filled())
                .max()
                .orElse(0);
    }

    private void note(Operation operation, int filled, int last) {
        if (operation instanceof AddColumn added) {
            columns.put(new ColumnName(added.table(), added.column().name()), new Ready(filled, last));
        } else if (operation instanceof AlterColumn altered) {
            columns.put(new ColumnName(altered.table(), altered.after().name()), new Ready(filled, last));
        } else if (operation instanceof CreateIndex created) {
            isThere(
                    created.table(),
                    created.index().name().text(),
                    created.index().unique(),
                    last);
        } else if (operation instanceof AddConstraint added
                && !(added.constraint() instanceof ForeignKey)
                && !(added.constraint() instanceof CheckConstraint)) {
            isThere(added.table(), added.constraint().name().text(), true, last);
        }
    }

    private void isThere(ObjectName table, String name, boolean isKey, int number) {
        if (isKey) {
            keys.merge(table, number, Math::max);
        }
        built.merge(name, number, Math::max);
    }

    List<OnlineStep> steps() {
        List<OnlineStep> steps = new ArrayList<>();
        revisions.forEach((number, revision) -> steps.add(
                new OnlineStep(isTransactional(number), String.join(", ", revision.labels), revision.differences)));
        return List.copyOf(steps);
    }
}
