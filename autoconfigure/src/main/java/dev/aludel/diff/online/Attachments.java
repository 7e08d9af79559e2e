package dev.aludel.diff.online;

import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.ContinueNumbers;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropView;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.operation.PutBack;
import dev.aludel.operation.RenameValue;
import dev.aludel.operation.TakeDown;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What stands on columns whose types change together: keys, indexes and the foreign keys between them can be built again beside, all
 * else cannot.
 */
final class Attachments {

    /** What a server keeps of a name. */
    private static final int NAME = 63;

    /** The prefix, and what joins the two names in that of a trigger's function. */
    private static final int LONGEST = NAME - "aludel_old__".length();

    private final List<AlterColumn> changes;
    private final Surroundings plan;
    private final Schema database;
    private final Server server;
    private final List<Table> tables;
    private final List<Attached<ForeignKey>> foreignKeys;

    Attachments(List<AlterColumn> changes, Surroundings plan, Schema database, Server server) {
        this.changes = List.copyOf(changes);
        this.plan = plan;
        this.database = database;
        this.server = server;
        this.tables = changes.stream()
                .map(AlterColumn::table)
                .distinct()
                .flatMap(table -> database.table(table).stream())
                .toList();
        this.foreignKeys = database.tables().stream()
                .flatMap(table -> table.foreignKeys().stream().map(key -> new Attached<>(table.name(), key)))
                .filter(this::concerns)
                .toList();
    }

    /** Whether a column is one of those that change. */
    boolean isMoved(ObjectName table, String column) {
        return changes.stream().anyMatch(change -> isOf(change, table, column));
    }

    private static boolean isOf(AlterColumn change, ObjectName table, String column) {
        return change.table().equals(table) && change.after().name().equals(column);
    }

    List<Attached<PrimaryKey>> primaryKeys() {
        return constraints(PrimaryKey.class);
    }

    List<Attached<UniqueConstraint>> uniques() {
        return constraints(UniqueConstraint.class);
    }

    private <C extends Constraint> List<Attached<C>> constraints(Class<C> kind) {
        return tables.stream()
                .flatMap(table -> table.constraints(kind).stream()
                        .filter(constraint -> concerns(table, constraint))
                        .map(constraint -> new Attached<>(table.name(), constraint)))
                .toList();
    }

    List<Attached<Index>> indexes() {
        return tables.stream()
                .flatMap(table -> table.indexes().stream()
                        .filter(index -> columns(table).anyMatch(index::concerns))
                        .map(index -> new Attached<>(table.name(), index)))
                .toList();
    }

    List<Attached<ForeignKey>> foreignKeys() {
        return foreignKeys;
    }

    private boolean concerns(Attached<ForeignKey> key) {
        return key.what().columns().stream().anyMatch(column -> isMoved(key.table(), column))
                || key.what().targetColumns().stream()
                        .anyMatch(column -> isMoved(key.what().target(), column));
    }

    private boolean concerns(Table table, Constraint constraint) {
        return columns(table).anyMatch(constraint::concerns);
    }

    /** Those columns of a table that change. */
    private Stream<String> columns(Table table) {
        return changes.stream()
                .filter(change -> change.table().equals(table.name()))
                .map(change -> change.after().name());
    }

    /** Whether one of the columns and another one share a key, an index or a foreign key, so that they can change only together. */
    boolean isTiedTo(AlterColumn other) {
        String name = other.after().name();
        boolean shared = tables.stream()
                .filter(table -> table.name().equals(other.table()))
                .anyMatch(table -> table.constraints().stream()
                                .anyMatch(constraint -> constraint.concerns(name) && concerns(table, constraint))
                        || table.indexes().stream()
                                .anyMatch(index ->
                                        index.concerns(name) && columns(table).anyMatch(index::concerns)));
        return shared
                || foreignKeys.stream()
                        .anyMatch(key -> pairs(key)
                                .anyMatch(pair -> pair.contains(new Attached<>(other.table(), name))
                                        && pair.stream().anyMatch(end -> isMoved(end.table(), end.what()))));
    }

    /** The columns of a foreign key, each with the one that it refers to. */
    private static Stream<Set<Attached<String>>> pairs(Attached<ForeignKey> attached) {
        ForeignKey key = attached.what();
        return IntStream.range(0, key.columns().size())
                .mapToObj(i -> Stream.of(
                                new Attached<>(attached.table(), key.columns().get(i)),
                                new Attached<>(key.target(), key.targetColumns().get(i)))
                        .collect(Collectors.toSet()));
    }

    /** Whether a foreign key goes and comes for their sake alone, which the change sees to. */
    boolean isTakenDown(Operation operation) {
        return operation.accept(new TakenDown());
    }

    /** Whether all of it can be built again for columns that take the place of these. */
    boolean canMove() {
        return changes.stream().allMatch(this::isPlain)
                && changes.stream().allMatch(this::isNamedShortly)
                && names().allMatch(name -> Side.GOING.name(name).length() <= NAME)
                && plan.operations().stream().noneMatch(this::isInTheWay)
                && tables.stream().noneMatch(this::isComputedOfThem)
                && database.sequences().stream().noneMatch(this::isOwn)
                && foreignKeys.stream().allMatch(this::canMove)
                && tables.stream()
                        .allMatch(table -> table.constraints().stream()
                                .filter(constraint -> concerns(table, constraint))
                                .allMatch(constraint -> constraint.accept(new CanMove())))
                && indexes().stream().allMatch(index -> canMove(index.table(), index.what()));
    }

    private boolean isPlain(AlterColumn change) {
        return isPlain(change.before())
                && isPlain(change.after())
                && change.before().nullable() == change.after().nullable()
                && change.before().identity() == change.after().identity()
                && (change.after().identity() == null || canNumber(change));
    }

    private static boolean isPlain(Column column) {
        return column.generated() == null
                && (column.defaultValue() == null || !column.defaultValue().mentions("nextval"));
    }

    /** The highest number is at the end of an index, and what numbers the copy is free to take the usual name. */
    private boolean canNumber(AlterColumn change) {
        String name = change.after().name();
        ObjectName sequence = change.table().sibling(server.nameFor(change.table(), name, TypeExchange.SEQUENCE));
        return primaryKeys().stream()
                        .anyMatch(key -> key.table().equals(change.table())
                                && key.what().columns().get(0).equals(name))
                && database.sequences().stream().noneMatch(other -> other.name().equals(sequence));
    }

    private boolean isNamedShortly(AlterColumn change) {
        return change.table().name().length() + change.after().name().length() <= LONGEST;
    }

    private Stream<String> names() {
        return Stream.of(primaryKeys(), uniques(), foreignKeys())
                .flatMap(List::stream)
                .map(constraint -> constraint.what().name().text());
    }

    private boolean isComputedOfThem(Table table) {
        return table.columns().stream()
                .anyMatch(column -> column.generated() != null
                        && columns(table).anyMatch(column.generated().expression()::mentions));
    }

    private boolean isOwn(Sequence sequence) {
        return sequence.owner() != null
                && isMoved(sequence.owner().table(), sequence.owner().column());
    }

    private boolean canMove(ObjectName table, Index index) {
        return index.include().stream().noneMatch(column -> isMoved(table, column))
                && changes.stream()
                        .filter(change -> change.table().equals(table))
                        .map(change -> change.after().name())
                        .allMatch(name ->
                                (index.predicate() == null || !index.predicate().mentions(name))
                                        && index.keys().stream().allMatch(key -> key.isColumn() || !key.concerns(name)))
                && index.keys().stream()
                        .filter(IndexKey::isColumn)
                        .noneMatch(key ->
                                isChangedOtherwise(table, key.expression().declared()));
    }

    /** Whether a column gets another type in another way. */
    private boolean isChangedOtherwise(ObjectName table, String column) {
        return !isMoved(table, column) && plan.isDisturbed(table, column::equals);
    }

    /** The columns at both ends change, or neither; both tables are there and stay. */
    private boolean canMove(Attached<ForeignKey> attached) {
        ForeignKey key = attached.what();
        return key.validity().isChecked()
                && plan.isInUse(attached.table())
                && plan.isInUse(key.target())
                && pairs(attached)
                        .allMatch(pair -> pair.stream()
                                        .map(end -> isMoved(end.table(), end.what()))
                                        .distinct()
                                        .count()
                                == 1);
    }

    /** Whether the plan does something else about one of the columns, or puts something down and back that may stand on it. */
    private boolean isInTheWay(Operation other) {
        return !changes.contains(other) && !isTakenDown(other) && other.accept(new InTheWay());
    }

    private boolean isOfOne(ObjectName table, Constraint constraint) {
        return changes.stream()
                        .anyMatch(change -> change.table().equals(table)
                                && constraint.concerns(change.after().name()))
                || (constraint instanceof ForeignKey key && concerns(new Attached<>(table, key)));
    }

    private boolean isOfOne(ObjectName table, Index index) {
        return changes.stream()
                .anyMatch(change -> change.table().equals(table)
                        && index.concerns(change.after().name()));
    }

    private static final class CanMove implements Constraint.Visitor<Boolean> {

        @Override
        public Boolean primaryKey(PrimaryKey constraint) {
            return true;
        }

        @Override
        public Boolean unique(UniqueConstraint constraint) {
            return ConstraintForms.PLAIN_OPTIONS.contains(constraint.options());
        }

        @Override
        public Boolean foreignKey(ForeignKey constraint) {
            return true;
        }

        @Override
        public Boolean check(CheckConstraint constraint) {
            return false;
        }

        @Override
        public Boolean exclusion(ExclusionConstraint constraint) {
            return false;
        }
    }

    private final class TakenDown extends PartialVisitor<Boolean> {

        @Override
        protected Boolean other(Operation other) {
            return false;
        }

        @Override
        public Boolean dropConstraint(DropConstraint operation) {
            return isKeptKey(operation.table(), operation.constraint())
                    && plan.operations().contains(operation.reverse());
        }

        @Override
        public Boolean addConstraint(AddConstraint operation) {
            return isKeptKey(operation.table(), operation.constraint())
                    && plan.operations().contains(operation.reverse());
        }

        private boolean isKeptKey(ObjectName table, Constraint constraint) {
            return constraint instanceof ForeignKey key && foreignKeys.contains(new Attached<>(table, key));
        }
    }

    private final class InTheWay extends PartialVisitor<Boolean> {

        @Override
        protected Boolean other(Operation other) {
            return false;
        }

        @Override
        public Boolean takeDown(TakeDown other) {
            return true;
        }

        @Override
        public Boolean putBack(PutBack other) {
            return true;
        }

        @Override
        public Boolean dropView(DropView other) {
            return true;
        }

        @Override
        public Boolean createView(CreateView other) {
            return true;
        }

        @Override
        public Boolean alterColumn(AlterColumn other) {
            return isMoved(other.table(), other.after().name());
        }

        @Override
        public Boolean continueNumbers(ContinueNumbers other) {
            return isMoved(other.table(), other.column());
        }

        @Override
        public Boolean renameValue(RenameValue other) {
            return isMoved(other.table(), other.column());
        }

        @Override
        public Boolean addConstraint(AddConstraint other) {
            return isOfOne(other.table(), other.constraint());
        }

        @Override
        public Boolean dropConstraint(DropConstraint other) {
            return isOfOne(other.table(), other.constraint());
        }

        @Override
        public Boolean createIndex(CreateIndex other) {
            return isOfOne(other.table(), other.index());
        }

        @Override
        public Boolean dropIndex(DropIndex other) {
            return isOfOne(other.table(), other.index());
        }
    }
}
