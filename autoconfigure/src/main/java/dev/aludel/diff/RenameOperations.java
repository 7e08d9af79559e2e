package dev.aludel.diff;

import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameEnumValue;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.RenameTable;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.RenameOrder;
import dev.aludel.schema.Renames;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The operations of renames: tables, then their columns under the tables' new names, then sequences. */
public final class RenameOperations {

    private RenameOperations() {}

    public static List<Operation> of(Renames renames) {
        List<Operation> operations = new ArrayList<>();
        RenameOrder.of(renames.tables(), RenameOperations::aside)
                .forEach(step -> operations.add(new RenameTable(step.before(), step.after())));
        TreeMap<ObjectName, SortedMap<String, String>> columns = new TreeMap<>();
        renames.columns()
                .forEach((column, after) -> columns.computeIfAbsent(column.table(), any -> new TreeMap<>())
                        .put(column.column(), after));
        columns.forEach((table, names) -> RenameOrder.of(names, name -> RenameOrder.ASIDE)
                .forEach(step -> operations.add(new RenameColumn(table, step.before(), step.after()))));
        RenameOrder.of(renames.sequences(), RenameOperations::aside)
                .forEach(step -> operations.add(new RenameSequence(step.before(), step.after(), false)));
        TreeMap<ObjectName, SortedMap<String, String>> values = new TreeMap<>();
        renames.values().forEach((value, after) -> {
            if (value.column().isEmpty()) {
                values.put(value.owner(), renames.valuesOf(value.owner()));
            }
        });
        values.forEach((type, names) -> RenameOrder.of(names, name -> RenameOrder.ASIDE)
                .forEach(step -> operations.add(new RenameEnumValue(type, step.before(), step.after()))));
        return List.copyOf(operations);
    }

    private static ObjectName aside(ObjectName name) {
        return name.sibling(RenameOrder.ASIDE);
    }
}
