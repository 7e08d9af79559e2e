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

/** What stands on a column whose type changes: its indexes and unique constraints can be built again beside, all else cannot. */
final class Attachments {

    /** What a server keeps of a name, less the prefix and what joins the two names in that of a trigger's function. */
    private static final int LONGEST = 63 - "aludel_old__".length();

    private final AlterColumn operation;
    private final List<Operation> plan;
    private final Schema database;
    private final Table table;

    Attachments(AlterColumn operation, List<Operation> plan, Schema database, Table table) {
        this.operation = operation;
        this.plan = plan;
        this.database = database;
        this.table = table;
    }

    List<UniqueConstraint> keys() {
        return table.constraints(UniqueConstraint.class).stream()
                .filter(key -> key.concerns(name()))
                .toList();
    }

    List<Index> indexes() {
        return table.indexes().stream().filter(index -> index.concerns(name())).toList();
    }

    /** Whether all of it can be built again for a column that takes this one's place. */
    boolean canMove() {
        return isPlain(operation.before())
                && isPlain(operation.after())
                && operation.before().nullable() == operation.after().nullable()
                && isNamedShortly()
                && plan.stream().noneMatch(this::isInTheWay)
                && table.columns().stream().noneMatch(this::isComputedOfIt)
                && database.sequences().stream().noneMatch(this::isOwn)
                && database.tables().stream()
                        .flatMap(other -> other.foreignKeys().stream())
                        .noneMatch(this::refersToIt)
                && table.constraints().stream()
                        .filter(constraint -> constraint.concerns(name()))
                        .allMatch(constraint -> constraint.accept(new CanMove()))
                && indexes().stream().allMatch(this::canMove);
    }

    private String name() {
        return operation.after().name();
    }

    private ObjectName tableName() {
        return operation.table();
    }

    private static boolean isPlain(Column column) {
        return !Surroundings.isComputed(column)
                && (column.defaultValue() == null || !column.defaultValue().mentions("nextval"));
    }

    private boolean isNamedShortly() {
        return tableName().name().length() + name().length() <= LONGEST;
    }

    private boolean isComputedOfIt(Column column) {
        return column.generated() != null && column.generated().expression().mentions(name());
    }

    private boolean isOwn(Sequence sequence) {
        return sequence.owner() != null
                && sequence.owner().table().equals(tableName())
                && sequence.owner().column().equals(name());
    }

    private boolean refersToIt(ForeignKey key) {
        return key.target().equals(tableName()) && key.targetColumns().contains(name());
    }

    private boolean canMove(Index index) {
        return !index.include().contains(name())
                && (index.predicate() == null || !index.predicate().mentions(name()))
                && index.keys().stream().allMatch(key -> key.isColumn() || !key.concerns(name()))
                && index.keys().stream()
                        .filter(IndexKey::isColumn)
                        .noneMatch(key -> isChangedToo(key.expression().declared()));
    }

    /** Whether another column of the table gets another type by the same plan. */
    private boolean isChangedToo(String other) {
        return !other.equals(name())
                && plan.stream()
                        .anyMatch(change -> change instanceof AlterColumn altered
                                && altered.table().equals(tableName())
                                && altered.after().name().equals(other)
                                && !Surroundings.isOfSameType(altered.before(), altered.after()));
    }

    /** Whether the plan does something else about the column, or puts something down and back that may stand on it. */
    private boolean isInTheWay(Operation other) {
        return other != operation && other.accept(new InTheWay());
    }

    private final class CanMove implements Constraint.Visitor<Boolean> {

        @Override
        public Boolean primaryKey(PrimaryKey constraint) {
            return false;
        }

        @Override
        public Boolean unique(UniqueConstraint constraint) {
            return ConstraintForms.PLAIN_OPTIONS.contains(constraint.options())
                    && constraint.columns().stream().noneMatch(Attachments.this::isChangedToo);
        }

        @Override
        public Boolean foreignKey(ForeignKey constraint) {
            return false;
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
            return other.table().equals(tableName()) && other.after().name().equals(name());
        }

        @Override
        public Boolean continueNumbers(ContinueNumbers other) {
            return other.table().equals(tableName()) && other.column().equals(name());
        }

        @Override
        public Boolean renameValue(RenameValue other) {
            return other.table().equals(tableName()) && other.column().equals(name());
        }

        @Override
        public Boolean addConstraint(AddConstraint other) {
            return concerns(other.table(), other.constraint());
        }

        @Override
        public Boolean dropConstraint(DropConstraint other) {
            return concerns(other.table(), other.constraint());
        }

        private boolean concerns(ObjectName changed, Constraint constraint) {
            return (changed.equals(tableName()) && constraint.concerns(name()))
                    || (constraint instanceof ForeignKey key && refersToIt(key));
        }

        @Override
        public Boolean createIndex(CreateIndex other) {
            return other.table().equals(tableName()) && other.index().concerns(name());
        }

        @Override
        public Boolean dropIndex(DropIndex other) {
            return other.table().equals(tableName()) && other.index().concerns(name());
        }
    }
}
