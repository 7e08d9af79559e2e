package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.hazard.Impact;
import dev.aludel.hazard.Impact.Work;
import dev.aludel.hazard.LockMode;
import dev.aludel.hazard.Situation;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AddEnumValues;
import dev.aludel.operation.AddMirror;
import dev.aludel.operation.AddNotNull;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.AlterTableComment;
import dev.aludel.operation.AlterTableOptions;
import dev.aludel.operation.AlterType;
import dev.aludel.operation.AlterView;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.ContinueNumbers;
import dev.aludel.operation.CreateAuxiliaryObject;
import dev.aludel.operation.CreateConversion;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSchema;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.CreateType;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropAuxiliaryObject;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropConversion;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropMirror;
import dev.aludel.operation.DropSchema;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.DropType;
import dev.aludel.operation.DropView;
import dev.aludel.operation.EachWay;
import dev.aludel.operation.OnTheWayBack;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PutBack;
import dev.aludel.operation.RemoveEnumValues;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameEnumValue;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameNotNulls;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RenameType;
import dev.aludel.operation.RenameValue;
import dev.aludel.operation.TakeDown;
import dev.aludel.operation.TakeIndex;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.operation.ValidateNotNull;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What each kind of operation locks, and how much work it does under the lock (PostgreSQL manual, 13.3 and ALTER TABLE). This is
 * where a new kind is considered; a test runs every statement and compares. Objects that a user made, such as the body of an
 * auxiliary object, are not looked into: {@code lint} runs them to see.
 */
final class Impacts implements Operation.Visitor<List<Impact>> {

    private final ColumnWork columns;

    Impacts(Situation situation) {
        this.columns = new ColumnWork(situation);
    }

    @Override
    public List<Impact> createSchema(CreateSchema operation) {
        return List.of();
    }

    @Override
    public List<Impact> dropSchema(DropSchema operation) {
        return List.of();
    }

    @Override
    public List<Impact> createSequence(CreateSequence operation) {
        return List.of();
    }

    @Override
    public List<Impact> dropSequence(DropSequence operation) {
        return List.of();
    }

    @Override
    public List<Impact> alterSequence(AlterSequence operation) {
        return List.of();
    }

    @Override
    public List<Impact> continueNumbers(ContinueNumbers operation) {
        return List.of();
    }

    @Override
    public List<Impact> createTable(CreateTable operation) {
        return List.of();
    }

    @Override
    public List<Impact> dropTable(DropTable operation) {
        List<Impact> impacts = new ArrayList<>();
        Table table = operation.table();
        impacts.add(exclusive(table.name()));
        table.constraints().forEach(constraint -> impacts.addAll(constraint.accept(new Dropped(table.name()))));
        return impacts;
    }

    @Override
    public List<Impact> alterTableComment(AlterTableComment operation) {
        return one(operation.table(), LockMode.SHARE_UPDATE_EXCLUSIVE, Work.NONE);
    }

    @Override
    public List<Impact> alterTableOptions(AlterTableOptions operation) {
        return Objects.equals(operation.before().tablespace(), operation.after().tablespace())
                ? one(operation.table(), LockMode.SHARE_UPDATE_EXCLUSIVE, Work.NONE)
                : one(operation.table(), LockMode.ACCESS_EXCLUSIVE, Work.REWRITE);
    }

    @Override
    public List<Impact> addColumn(AddColumn operation) {
        return one(operation.table(), LockMode.ACCESS_EXCLUSIVE, columns.of(operation));
    }

    @Override
    public List<Impact> dropColumn(DropColumn operation) {
        return List.of(exclusive(operation.table()));
    }

    @Override
    public List<Impact> alterColumn(AlterColumn operation) {
        return ColumnWork.isComment(operation)
                ? one(operation.table(), LockMode.SHARE_UPDATE_EXCLUSIVE, Work.NONE)
                : one(operation.table(), LockMode.ACCESS_EXCLUSIVE, columns.of(operation));
    }

    @Override
    public List<Impact> addConstraint(AddConstraint operation) {
        return operation.concurrently()
                ? List.of(exclusive(operation.table()))
                : operation.constraint().accept(new Added(operation.table()));
    }

    @Override
    public List<Impact> dropConstraint(DropConstraint operation) {
        return operation.constraint().accept(new Dropped(operation.table()));
    }

    /** Its columns hold no null by then. */
    @Override
    public List<Impact> takeIndex(TakeIndex operation) {
        return List.of(exclusive(operation.table()));
    }

    @Override
    public List<Impact> validateConstraint(ValidateConstraint operation) {
        Impact own = new Impact(operation.table(), LockMode.SHARE_UPDATE_EXCLUSIVE, Work.SCAN);
        return operation.constraint() instanceof ForeignKey key && !key.target().equals(operation.table())
                ? List.of(own, new Impact(key.target(), LockMode.ROW_SHARE, Work.NONE))
                : List.of(own);
    }

    @Override
    public List<Impact> addNotNull(AddNotNull operation) {
        return List.of(exclusive(operation.table()));
    }

    @Override
    public List<Impact> validateNotNull(ValidateNotNull operation) {
        return one(operation.table(), LockMode.SHARE_UPDATE_EXCLUSIVE, Work.SCAN);
    }

    /** Row by row, but never for long. */
    @Override
    public List<Impact> backfill(Backfill operation) {
        return one(operation.table(), LockMode.ROW_EXCLUSIVE, Work.SCAN);
    }

    @Override
    public List<Impact> addMirror(AddMirror operation) {
        return one(operation.table(), LockMode.SHARE_ROW_EXCLUSIVE, Work.NONE);
    }

    @Override
    public List<Impact> dropMirror(DropMirror operation) {
        return List.of(exclusive(operation.table()));
    }

    @Override
    public List<Impact> onTheWayBack(OnTheWayBack operation) {
        return List.of();
    }

    @Override
    public List<Impact> eachWay(EachWay operation) {
        return operation.there().stream()
                .flatMap(step -> step.accept(this).stream())
                .toList();
    }

    @Override
    public List<Impact> createIndex(CreateIndex operation) {
        return one(
                operation.table(),
                operation.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE,
                Work.BUILD);
    }

    @Override
    public List<Impact> dropIndex(DropIndex operation) {
        return operation.concurrently()
                ? one(operation.table(), LockMode.SHARE_UPDATE_EXCLUSIVE, Work.NONE)
                : List.of(exclusive(operation.table()));
    }

    @Override
    public List<Impact> renameTable(RenameTable operation) {
        return List.of(exclusive(operation.before()));
    }

    @Override
    public List<Impact> renameColumn(RenameColumn operation) {
        return List.of(exclusive(operation.table()));
    }

    @Override
    public List<Impact> renameConstraint(RenameConstraint operation) {
        return List.of(exclusive(operation.table()));
    }

    @Override
    public List<Impact> renameNotNulls(RenameNotNulls operation) {
        return operation.names().stream()
                .map(RenameNotNulls.Name::table)
                .distinct()
                .map(Impacts::exclusive)
                .toList();
    }

    @Override
    public List<Impact> renameIndex(RenameIndex operation) {
        return List.of();
    }

    @Override
    public List<Impact> renameSequence(RenameSequence operation) {
        return List.of();
    }

    @Override
    public List<Impact> createView(CreateView operation) {
        return List.of();
    }

    @Override
    public List<Impact> dropView(DropView operation) {
        return List.of();
    }

    @Override
    public List<Impact> alterView(AlterView operation) {
        return List.of();
    }

    @Override
    public List<Impact> takeDown(TakeDown operation) {
        return List.of();
    }

    @Override
    public List<Impact> putBack(PutBack operation) {
        return List.of();
    }

    @Override
    public List<Impact> createType(CreateType operation) {
        return List.of();
    }

    @Override
    public List<Impact> dropType(DropType operation) {
        return List.of();
    }

    @Override
    public List<Impact> renameType(RenameType operation) {
        return List.of();
    }

    @Override
    public List<Impact> alterType(AlterType operation) {
        return List.of();
    }

    @Override
    public List<Impact> renameEnumValue(RenameEnumValue operation) {
        return List.of();
    }

    @Override
    public List<Impact> renameValue(RenameValue operation) {
        return one(operation.table(), LockMode.ROW_EXCLUSIVE, Work.CHANGE);
    }

    @Override
    public List<Impact> addEnumValues(AddEnumValues operation) {
        return List.of();
    }

    @Override
    public List<Impact> removeEnumValues(RemoveEnumValues operation) {
        return operation.steps().stream()
                .flatMap(step -> step.accept(this).stream())
                .toList();
    }

    @Override
    public List<Impact> createConversion(CreateConversion operation) {
        return List.of();
    }

    @Override
    public List<Impact> dropConversion(DropConversion operation) {
        return List.of();
    }

    @Override
    public List<Impact> createAuxiliaryObject(CreateAuxiliaryObject operation) {
        return List.of();
    }

    @Override
    public List<Impact> dropAuxiliaryObject(DropAuxiliaryObject operation) {
        return List.of();
    }

    private static List<Impact> one(ObjectName table, LockMode lock, Work work) {
        return List.of(new Impact(table, lock, work));
    }

    /** A lock that keeps everybody out, for a moment. */
    private static Impact exclusive(ObjectName table) {
        return new Impact(table, LockMode.ACCESS_EXCLUSIVE, Work.NONE);
    }

    private static Work unlessUnchecked(Validity validity, Work work) {
        return validity.isChecked() ? work : Work.NONE;
    }

    /** What a constraint takes that comes. */
    private record Added(ObjectName table) implements Constraint.Visitor<List<Impact>> {

        @Override
        public List<Impact> primaryKey(PrimaryKey constraint) {
            return one(table, LockMode.ACCESS_EXCLUSIVE, Work.BUILD);
        }

        @Override
        public List<Impact> unique(UniqueConstraint constraint) {
            return one(table, LockMode.ACCESS_EXCLUSIVE, Work.BUILD);
        }

        @Override
        public List<Impact> foreignKey(ForeignKey constraint) {
            Work work = unlessUnchecked(constraint.validity(), Work.SCAN);
            Impact own = new Impact(table, LockMode.SHARE_ROW_EXCLUSIVE, work);
            return constraint.target().equals(table)
                    ? List.of(own)
                    : List.of(own, new Impact(constraint.target(), LockMode.SHARE_ROW_EXCLUSIVE, work));
        }

        @Override
        public List<Impact> check(CheckConstraint constraint) {
            return one(table, LockMode.ACCESS_EXCLUSIVE, unlessUnchecked(constraint.validity(), Work.SCAN));
        }

        @Override
        public List<Impact> exclusion(ExclusionConstraint constraint) {
            return one(table, LockMode.ACCESS_EXCLUSIVE, Work.BUILD);
        }
    }

    /** What a constraint takes that goes: the triggers of a foreign key stand on both tables. */
    private record Dropped(ObjectName table) implements Constraint.Visitor<List<Impact>> {

        @Override
        public List<Impact> primaryKey(PrimaryKey constraint) {
            return List.of(exclusive(table));
        }

        @Override
        public List<Impact> unique(UniqueConstraint constraint) {
            return List.of(exclusive(table));
        }

        @Override
        public List<Impact> foreignKey(ForeignKey constraint) {
            return constraint.target().equals(table)
                    ? List.of(exclusive(table))
                    : List.of(exclusive(table), exclusive(constraint.target()));
        }

        @Override
        public List<Impact> check(CheckConstraint constraint) {
            return List.of(exclusive(table));
        }

        @Override
        public List<Impact> exclusion(ExclusionConstraint constraint) {
            return List.of(exclusive(table));
        }
    }
}
