package dev.aludel.diff.online;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AddMirror;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.Backfill.Pace;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropMirror;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A column gets another type: one of that type is built beside it and takes its place. Whichever of the two has the name, the other one is
 * written with it, so that the way back is the same way.
 */
final class TypeExchange {

    private final Server server;
    private final ObjectName table;
    private final Column before;
    private final Column after;
    private final Column coming;
    private final Column going;
    private final List<String> key;
    private final Attachments attachments;

    /**
     * For one column.
     *
     * @param key the columns in whose order rows can be taken
     */
    TypeExchange(Server server, AlterColumn operation, List<String> key, Attachments attachments) {
        this.server = server;
        this.table = operation.table();
        this.before = ColumnForms.unfilled(operation.before());
        this.after = ColumnForms.unfilled(operation.after());
        this.coming = open(after).withName(OnlineForms.interim(after.name()));
        this.going = open(before).withName(outgoing(before.name()));
        this.key = key;
        this.attachments = attachments;
    }

    List<Part> parts() {
        List<Operation> contract = new ArrayList<>();
        beside(after, going, TypeExchange::outgoing).forEach(operation -> contract.add(operation.reverse()));
        Collections.reverse(contract);
        return List.of(
                Part.beside("expand", beside(before, coming, OnlineForms::interim)),
                new Part(true, "swap", swap()),
                Part.beside("contract", contract));
    }

    private static String outgoing(String name) {
        return OnlineForms.interim("old_" + name);
    }

    /** Without all that has to wait until its rows have values. */
    private static Column open(Column column) {
        return column.withNullable(true).withDefaultValue(null).withComment(null);
    }

    /** A copy of a column with its values, and with all that stands on it. */
    private List<Operation> beside(Column source, Column copy, UnaryOperator<String> names) {
        List<Operation> operations = new ArrayList<>();
        operations.add(new AddColumn(table, copy));
        operations.add(new AddMirror(table, source, copy));
        operations.add(backfill(source, copy));
        if (!source.nullable()) {
            CheckConstraint check = check(copy.name(), copy.name());
            operations.add(new AddConstraint(table, check));
            operations.add(new ValidateConstraint(table, check));
        }
        for (UniqueConstraint unique : attachments.keys()) {
            operations.add(new AddConstraint(table, over(unique, copy.name(), names), true));
        }
        for (Index index : attachments.indexes()) {
            operations.add(new CreateIndex(table, over(index, copy.name(), names), true));
        }
        return operations;
    }

    private Backfill backfill(Column source, Column copy) {
        String value = server.converted(source, copy).orElseThrow(() -> new IllegalArgumentException(copy.toString()));
        String condition = server.quote(copy.name()) + " is null and " + server.quote(source.name()) + " is not null";
        return new Backfill(table, Map.of(copy.name(), value), condition, Pace.by(key));
    }

    private CheckConstraint check(String name, String column) {
        return new CheckConstraint(
                ConstraintName.of(name), Expression.of(server.quote(column) + " is not null"), "not valid");
    }

    private UniqueConstraint over(UniqueConstraint unique, String copy, UnaryOperator<String> names) {
        return new UniqueConstraint(
                unique.name().withText(names.apply(unique.name().text())),
                unique.columns().stream()
                        .map(column -> column.equals(before.name()) ? copy : column)
                        .toList(),
                unique.nullsDistinct(),
                unique.options());
    }

    private Index over(Index index, String copy, UnaryOperator<String> names) {
        return index.withName(index.name().withText(names.apply(index.name().text())))
                .withKeys(index.keys().stream()
                        .map(part -> part.isColumn() && part.concerns(before.name())
                                ? part.withExpression(Expression.of(copy))
                                : part)
                        .toList());
    }

    /** Only names and what the catalogue says of the two columns, so that it takes no time. */
    private List<Operation> swap() {
        String name = after.name();
        List<Operation> operations = new ArrayList<>();
        operations.add(new DropMirror(table, before, coming));
        if (!before.nullable()) {
            operations.add(new AddConstraint(table, check(going.name(), name)));
        }
        Column bare = before.withDefaultValue(null).withComment(null);
        alter(operations, before, bare);
        alter(operations, bare, open(before));
        rename(operations, UnaryOperator.identity(), TypeExchange::outgoing);
        operations.add(new RenameColumn(table, name, going.name()));
        operations.add(new RenameColumn(table, coming.name(), name));
        rename(operations, OnlineForms::interim, UnaryOperator.identity());
        Column closed = after.withDefaultValue(null).withComment(null);
        alter(operations, open(after), closed);
        alter(operations, closed, after);
        if (!after.nullable()) {
            operations.add(new DropConstraint(table, check(coming.name(), name)));
        }
        operations.add(new AddMirror(table, after, going));
        return operations;
    }

    private void alter(List<Operation> operations, Column from, Column to) {
        if (!from.equals(to)) {
            operations.add(new AlterColumn(table, from, to));
        }
    }

    private void rename(List<Operation> operations, UnaryOperator<String> from, UnaryOperator<String> to) {
        attachments.keys().stream()
                .map(unique -> unique.name().text())
                .forEach(name -> operations.add(new RenameConstraint(table, from.apply(name), to.apply(name))));
        attachments.indexes().stream()
                .map(index -> index.name().text())
                .forEach(name -> operations.add(new RenameIndex(table, from.apply(name), to.apply(name))));
    }
}
