package dev.aludel.runner;

import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterTableComment;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSchema;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropView;
import dev.aludel.operation.Operation;
import dev.aludel.schema.ObjectName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Of the operations of a comparison, those that make whole objects which are missing. */
final class MissingObjects {

    private MissingObjects() {}

    static List<Operation> of(List<Operation> operations) {
        Set<ObjectName> tables = operations.stream()
                .filter(CreateTable.class::isInstance)
                .map(operation -> ((CreateTable) operation).table().name())
                .collect(Collectors.toSet());
        Set<ObjectName> replaced = operations.stream()
                .filter(DropView.class::isInstance)
                .map(operation -> ((DropView) operation).view().name())
                .collect(Collectors.toSet());
        return operations.stream()
                .filter(operation -> makes(operation, tables, replaced))
                .toList();
    }

    private static boolean makes(Operation operation, Set<ObjectName> tables, Set<ObjectName> replaced) {
        return operation instanceof CreateSchema
                || operation instanceof CreateSequence
                || operation instanceof CreateTable
                || (operation instanceof CreateView created
                        && !replaced.contains(created.view().name()))
                || (operation instanceof AddConstraint added && tables.contains(added.table()))
                || (operation instanceof CreateIndex created && tables.contains(created.table()))
                || (operation instanceof AlterTableComment comment && tables.contains(comment.table()));
    }
}
