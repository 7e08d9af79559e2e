package dev.aludel.diff.online;

import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PutBack;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the rest of a plan and the database say about one of its operations. */
final class Surroundings {

    private final List<Operation> plan;
    private final Schema database;

    Surroundings(List<Operation> plan, Schema database) {
        this.plan = List.copyOf(plan);
        this.database = database;
    }

    private <O extends Operation> Stream<O> all(Class<O> kind) {
        return plan.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Whether others use the table meanwhile: it was there before, stays, and is one table. */
    boolean isInUse(ObjectName table) {
        return database.table(table).filter(found -> !isPartitioned(found)).isPresent()
                && all(CreateTable.class)
                        .noneMatch(created -> created.table().name().equals(table))
                && all(DropTable.class)
                        .noneMatch(dropped -> dropped.table().name().equals(table));
    }

    private static boolean isPartitioned(Table table) {
        return table.options().creation().contains("partition by");
    }

    /** Whether one of the columns that something stands on gets another type, is computed anew or goes. */
    boolean isDisturbed(ObjectName table, Predicate<String> standsOn) {
        return all(AlterColumn.class)
                        .anyMatch(altered -> altered.table().equals(table)
                                && !isOfSameType(altered.before(), altered.after())
                                && standsOn.test(altered.after().name()))
                || all(DropColumn.class)
                        .anyMatch(dropped -> dropped.table().equals(table)
                                && standsOn.test(dropped.column().name()));
    }

    /** Whether values stay as they are stored. */
    static boolean isOfSameType(Column before, Column after) {
        return before.type().equals(after.type())
                && Objects.equals(before.collation(), after.collation())
                && Objects.equals(before.generated(), after.generated())
                && before.identity() == after.identity();
    }

    /** Whether a column is computed from others, which an update cannot give a value. */
    static boolean isComputed(Column column) {
        return column.identity() != null || column.generated() != null;
    }

    /** The index of the same name and another content that takes an index's place. */
    Optional<CreateIndex> successor(DropIndex dropped) {
        return all(CreateIndex.class)
                .filter(created -> created.table().equals(dropped.table())
                        && hasName(created.index().name(), dropped.index().name()))
                .findFirst();
    }

    Optional<DropIndex> predecessor(CreateIndex created) {
        return all(DropIndex.class)
                .filter(dropped -> dropped.table().equals(created.table())
                        && hasName(dropped.index().name(), created.index().name()))
                .findFirst();
    }

    Optional<DropConstraint> predecessor(AddConstraint added) {
        return all(DropConstraint.class)
                .filter(dropped -> dropped.table().equals(added.table())
                        && hasName(
                                dropped.constraint().name(), added.constraint().name()))
                .findFirst();
    }

    Optional<AddConstraint> successor(DropConstraint dropped) {
        return all(AddConstraint.class)
                .filter(added -> added.table().equals(dropped.table())
                        && hasName(
                                added.constraint().name(), dropped.constraint().name()))
                .findFirst();
    }

    /** Whether a constraint is only taken down for a while, so that the rows hold it. */
    boolean isTakenDown(AddConstraint added) {
        return all(DropConstraint.class)
                .anyMatch(dropped -> dropped.table().equals(added.table())
                        && dropped.constraint()
                                .withName(added.constraint().name())
                                .equals(added.constraint()));
    }

    /** Whether a name that something gives up is taken by something else of the plan, in an index or a table. */
    boolean isNameWanted(ObjectName table, Index index) {
        ObjectName name = table.sibling(index.name().text());
        return all(CreateTable.class)
                        .anyMatch(created -> created.table().name().equals(name)
                                || created.table().constraints().stream()
                                        .anyMatch(constraint ->
                                                isNamed(created.table().name(), constraint, name)))
                || all(AddConstraint.class).anyMatch(added -> isNamed(added.table(), added.constraint(), name));
    }

    private static boolean isNamed(ObjectName table, Constraint constraint, ObjectName name) {
        return table.sibling(constraint.name().text()).equals(name);
    }

    /** Whether views are made, which may stand on a primary key. */
    boolean makesViews() {
        return all(CreateView.class).findAny().isPresent()
                || all(PutBack.class).findAny().isPresent();
    }

    List<Operation> operations() {
        return plan;
    }

    /** A unique key without nulls that stays one, in whose order rows can be taken: the primary key, if there is one. */
    Optional<List<String>> key(ObjectName name) {
        return database.table(name).stream()
                .flatMap(table -> Stream.of(
                                table.primaryKey().filter(key -> stays(name, key)).map(PrimaryKey::columns).stream(),
                                table.constraints(UniqueConstraint.class).stream()
                                        .filter(key -> stays(name, key))
                                        .map(UniqueConstraint::columns)
                                        .filter(columns -> hasNoNulls(table, columns)),
                                table.indexes().stream()
                                        .filter(index -> index.unique()
                                                && index.predicate() == null
                                                && index.keys().stream().allMatch(IndexKey::isColumn))
                                        .filter(index -> all(DropIndex.class)
                                                .noneMatch(dropped -> dropped.table()
                                                                .equals(name)
                                                        && dropped.index().equals(index)))
                                        .map(index -> index.keys().stream()
                                                .map(key -> key.expression().declared())
                                                .toList())
                                        .filter(columns -> hasNoNulls(table, columns)))
                        .flatMap(found -> found))
                .filter(columns -> columns.stream().allMatch(column -> staysFilled(name, column)))
                .findFirst();
    }

    private boolean staysFilled(ObjectName table, String column) {
        return all(DropColumn.class)
                        .noneMatch(dropped -> dropped.table().equals(table)
                                && dropped.column().name().equals(column))
                && all(AlterColumn.class)
                        .noneMatch(altered -> altered.table().equals(table)
                                && altered.after().name().equals(column)
                                && altered.after().nullable());
    }

    private boolean stays(ObjectName table, Constraint key) {
        return all(DropConstraint.class)
                .noneMatch(dropped -> dropped.table().equals(table)
                        && dropped.constraint().name().text().equals(key.name().text()));
    }

    private static boolean hasNoNulls(Table table, List<String> columns) {
        return columns.stream()
                .allMatch(column ->
                        table.column(column).filter(found -> !found.nullable()).isPresent());
    }

    private static boolean hasName(ConstraintName name, ConstraintName other) {
        return name.text().equals(other.text());
    }
}
