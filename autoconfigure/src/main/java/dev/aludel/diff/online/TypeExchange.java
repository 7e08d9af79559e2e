package dev.aludel.diff.online;

import static java.util.stream.Collectors.joining;

import dev.aludel.diff.provenance.Difference;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AddMirror;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.Backfill.Pace;
import dev.aludel.operation.ContinueNumbers;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropMirror;
import dev.aludel.operation.EachWay;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameNotNulls;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.TakeIndex;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.Numbers;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.Validity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Columns get other types: for each one of that type is built beside it, and all of them take their places at once. Whichever of two
 * has the name, the other one is written with it, so that the way back is the same way. Columns that share a key, an index or a
 * foreign key go together.
 *
 * <p>A table has one primary key, and a foreign key stands on its index. So these change hands in the moment of the swap: the unique
 * index that the new one takes and the foreign keys beside are made right before it, in either direction.
 */
final class TypeExchange {

    static final String SEQUENCE = "seq";
    private static final String NOT_NULL = "not_null";

    private final Server server;
    private final List<Moved> columns;
    private final Attachments attachments;
    private final Difference whole;
    private final Map<Operation, Difference> origins = new HashMap<>();

    /**
     * For columns that go together.
     *
     * @param columns in the order of the plan
     */
    TypeExchange(Server server, List<Moved> columns, Attachments attachments) {
        this.server = server;
        this.columns = List.copyOf(columns);
        this.attachments = attachments;
        this.whole = joined(columns.stream().map(Moved::difference).toList());
    }

    /** What is done for all of them comes from all of them. */
    private static Difference joined(List<Difference> differences) {
        String word = "from ";
        String origin = differences.stream()
                .map(Difference::origin)
                .filter(from -> from.startsWith(word))
                .map(from -> from.substring(word.length()))
                .distinct()
                .collect(joining(", "));
        Difference first = differences.get(0);
        return origin.isEmpty() ? first : new Difference(first.operation(), word + origin, first.reason());
    }

    /** Why one of the operations of {@link #parts()} is there. */
    Difference difference(Operation operation) {
        return origins.getOrDefault(operation, whole).withOperation(operation);
    }

    List<Part> parts() {
        return List.of(
                Part.beside("expand", beside(Side.COMING)),
                Part.beside(
                        "swap",
                        new EachWay(keys(Side.COMING), checked(Side.COMING), false),
                        new EachWay(swap(Side.COMING, Side.GOING), swap(Side.GOING, Side.COMING), true),
                        new EachWay(checked(Side.GOING), keys(Side.GOING), false)),
                Part.beside("contract", reversed(beside(Side.GOING))));
    }

    private List<Operation> reversed(List<Operation> operations) {
        List<Operation> reversed = new ArrayList<>();
        operations.forEach(operation -> {
            Operation back = operation.reverse();
            origins.put(back, origins.getOrDefault(operation, whole));
            reversed.add(back);
        });
        Collections.reverse(reversed);
        return reversed;
    }

    /** Copies of the columns with their values, and with what can stand on them besides what has the name. */
    private List<Operation> beside(Side side) {
        List<Operation> operations = new ArrayList<>();
        for (Moved column : columns) {
            List<Operation> own = beside(column, side);
            own.forEach(operation -> origins.put(operation, column.difference()));
            operations.addAll(own);
        }
        attachments
                .uniques()
                .forEach(unique -> operations.add(
                        new AddConstraint(unique.table(), over(unique.table(), unique.what(), side), true)));
        attachments
                .indexes()
                .forEach(index ->
                        operations.add(new CreateIndex(index.table(), over(index.table(), index.what(), side), true)));
        return operations;
    }

    private List<Operation> beside(Moved column, Side side) {
        Column source = side.source(column);
        Column copy = side.copy(column);
        List<Operation> operations = new ArrayList<>();
        operations.add(new AddColumn(column.table(), copy));
        operations.add(new AddMirror(column.table(), source, copy));
        operations.add(backfill(column, source, copy));
        if (!source.nullable()) {
            CheckConstraint check = check(copy.name(), copy.name());
            operations.add(new AddConstraint(column.table(), check));
            operations.add(new ValidateConstraint(column.table(), check));
        }
        return operations;
    }

    private Backfill backfill(Moved column, Column source, Column copy) {
        String value = server.converted(source, copy).orElseThrow(() -> new IllegalArgumentException(copy.toString()));
        String condition = server.quote(copy.name()) + " is null and " + server.quote(source.name()) + " is not null";
        return new Backfill(column.table(), Map.of(copy.name(), value), condition, Pace.by(column.key()));
    }

    private CheckConstraint check(String name, String column) {
        return new CheckConstraint(
                ConstraintName.of(name), Expression.of(server.quote(column) + " is not null"), "", Validity.NOT_VALID);
    }

    private List<String> over(ObjectName table, List<String> names, Side side) {
        return names.stream()
                .map(name -> attachments.isMoved(table, name) ? side.name(name) : name)
                .toList();
    }

    private UniqueConstraint over(ObjectName table, UniqueConstraint unique, Side side) {
        return new UniqueConstraint(
                named(unique.name(), side),
                over(table, unique.columns(), side),
                unique.nullsDistinct(),
                unique.options());
    }

    private Index over(ObjectName table, Index index, Side side) {
        return index.withName(named(index.name(), side))
                .withKeys(index.keys().stream()
                        .map(part -> over(table, part, side))
                        .toList());
    }

    private IndexKey over(ObjectName table, IndexKey part, Side side) {
        String name = part.expression().declared();
        return part.isColumn() && attachments.isMoved(table, name)
                ? part.withExpression(Expression.of(side.name(name)))
                : part;
    }

    private static ConstraintName named(ConstraintName name, Side side) {
        return name.withText(side.name(name.text()));
    }

    /** After a swap the columns beside are what they were before it: their values are known to be there. */
    private List<Operation> checked(Side side) {
        return columns.stream()
                .filter(column -> !side.source(column).nullable())
                .<Operation>map(column -> {
                    String copy = side.copy(column).name();
                    return new ValidateConstraint(column.table(), check(copy, copy));
                })
                .toList();
    }

    /** What the swap makes of the copies a primary key and foreign keys by. */
    private List<Operation> keys(Side side) {
        List<Operation> operations = new ArrayList<>();
        for (Attached<PrimaryKey> key : attachments.primaryKeys()) {
            List<IndexKey> parts = over(key.table(), key.what().columns(), side).stream()
                    .map(IndexKey::column)
                    .toList();
            operations.add(
                    new CreateIndex(key.table(), Index.of(named(key.what().name(), side), true, parts), true));
        }
        for (Attached<ForeignKey> key : attachments.foreignKeys()) {
            ForeignKey copy = over(key, side);
            operations.add(new AddConstraint(key.table(), copy.withValidity(Validity.NOT_VALID)));
            operations.add(new ValidateConstraint(key.table(), copy));
        }
        return operations;
    }

    private ForeignKey over(Attached<ForeignKey> key, Side side) {
        ForeignKey old = key.what();
        return new ForeignKey(
                named(old.name(), side),
                over(key.table(), old.columns(), side),
                old.target(),
                over(old.target(), old.targetColumns(), side),
                old.onDelete(),
                old.onUpdate(),
                over(key.table(), old.deleteColumns(), side),
                old.matchFull(),
                old.options(),
                old.validity());
    }

    /**
     * Only names and what the catalogue says of the columns, so that it takes no time.
     *
     * @param in which of two columns takes the name
     * @param out which one gives it up
     */
    private List<Operation> swap(Side in, Side out) {
        List<Operation> all = new ArrayList<>();
        columns.forEach(column -> all.add(new DropMirror(column.table(), in.source(column), in.copy(column))));
        attachments.foreignKeys().forEach(key -> all.add(new DropConstraint(key.table(), key.what())));
        columns.stream().filter(Moved::isNumbered).forEach(column -> number(all, column, in));
        attachments.primaryKeys().forEach(key -> all.add(new DropConstraint(key.table(), key.what())));
        columns.forEach(column -> open(all, column, in, out));
        rename(all, UnaryOperator.identity(), out::name);
        columns.forEach(column -> {
            all.add(new RenameColumn(
                    column.table(), column.name(), out.copy(column).name()));
            all.add(new RenameColumn(column.table(), in.copy(column).name(), column.name()));
        });
        rename(all, in::name, UnaryOperator.identity());
        columns.forEach(column -> close(all, column, in));
        attachments
                .primaryKeys()
                .forEach(key -> all.add(new TakeIndex(
                        key.table(), key.what(), in.name(key.what().name().text()))));
        attachments
                .foreignKeys()
                .forEach(key -> all.add(new RenameConstraint(
                        key.table(),
                        in.name(key.what().name().text()),
                        key.what().name().text())));
        columns.forEach(column -> all.add(new AddMirror(column.table(), out.source(column), out.copy(column))));
        return all;
    }

    /** The column that takes the name gives numbers, and goes on where the other one stops. */
    private static void number(List<Operation> all, Moved column, Side in) {
        ObjectName table = column.table();
        Column copy = in.copy(column);
        Column closed = copy.withNullable(false);
        alter(all, table, copy, closed);
        alter(all, table, closed, closed.withIdentity(in.target(column).identity()));
        all.add(new ContinueNumbers(
                table,
                copy.name(),
                List.of(new Numbers.OfIdentity(table, column.name())),
                List.of(new Numbers.OfIdentity(table, copy.name()))));
    }

    /** The column that gives up the name needs no value any more. */
    private void open(List<Operation> all, Moved column, Side in, Side out) {
        Column source = in.source(column);
        if (!source.nullable()) {
            all.add(new AddConstraint(column.table(), check(out.copy(column).name(), column.name())));
        }
        alter(all, column.table(), source, Side.bare(source));
        alter(all, column.table(), Side.bare(source), Side.open(source));
    }

    /** The column that has taken the name is from now on all that it is to be. */
    private void close(List<Operation> all, Moved column, Side in) {
        ObjectName table = column.table();
        Column target = in.target(column);
        String copy = in.copy(column).name();
        Column closed = Side.bare(target);
        if (column.isNumbered()) {
            all.add(new RenameSequence(
                    table.sibling(server.nameFor(table, copy, SEQUENCE)),
                    table.sibling(server.nameFor(table, column.name(), SEQUENCE)),
                    true));
            all.add(new RenameNotNulls(List.of(new RenameNotNulls.Name(
                    table, server.nameFor(table, copy, NOT_NULL), server.nameFor(table, column.name(), NOT_NULL)))));
            closed = closed.withIdentity(target.identity());
        } else {
            alter(all, table, Side.open(target), closed);
        }
        alter(all, table, closed, target);
        if (!target.nullable()) {
            all.add(new DropConstraint(table, check(copy, column.name())));
        }
    }

    private static void alter(List<Operation> operations, ObjectName table, Column from, Column to) {
        if (!from.equals(to)) {
            operations.add(new AlterColumn(table, from, to));
        }
    }

    private void rename(List<Operation> operations, UnaryOperator<String> from, UnaryOperator<String> to) {
        attachments.uniques().forEach(unique -> {
            String name = unique.what().name().text();
            operations.add(new RenameConstraint(unique.table(), from.apply(name), to.apply(name)));
        });
        attachments.indexes().forEach(index -> {
            String name = index.what().name().text();
            operations.add(new RenameIndex(index.table(), from.apply(name), to.apply(name)));
        });
    }
}
