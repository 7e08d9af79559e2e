package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.Optional;

/**
 * One step of a revision, as data: the diff makes it, the renderer turns it into statements, a report shows it. An operation
 * carries what it takes away, so that its {@link #reverse()} is whole.
 *
 * <p>A table's foreign keys and indexes are always operations of their own, so that tables can be made in any order.
 */
public sealed interface Operation
        permits CreateSchema,
                DropSchema,
                CreateSequence,
                DropSequence,
                AlterSequence,
                ContinueNumbers,
                CreateTable,
                DropTable,
                AlterTableComment,
                AlterTableOptions,
                AddColumn,
                DropColumn,
                AlterColumn,
                AddConstraint,
                DropConstraint,
                TakeIndex,
                ValidateConstraint,
                AddNotNull,
                ValidateNotNull,
                Backfill,
                AddMirror,
                DropMirror,
                OnTheWayBack,
                EachWay,
                CreateIndex,
                DropIndex,
                RenameTable,
                RenameColumn,
                RenameConstraint,
                RenameNotNulls,
                RenameIndex,
                RenameSequence,
                CreateView,
                DropView,
                AlterView,
                TakeDown,
                PutBack,
                CreateType,
                DropType,
                RenameType,
                AlterType,
                RenameEnumValue,
                RenameValue,
                AddEnumValues,
                RemoveEnumValues,
                CreateConversion,
                DropConversion,
                CreateAuxiliaryObject,
                DropAuxiliaryObject {

    /** The operation that takes this one back. */
    Operation reverse();

    <R> R accept(Visitor<R> visitor);

    /** What a report says: {@code add column users.email varchar(255)}. */
    String describe();

    /** The object that becomes managed by this operation, if it makes one of those that a revision's header lists. */
    default Optional<SchemaObject> creates() {
        return Optional.empty();
    }

    /**
     * The operation with an expression that gives rows without a value theirs; empty unless it adds or tightens that column on the way or
     * on the way back.
     */
    default Optional<Operation> withFill(ObjectName table, String column, String expression) {
        return Optional.empty();
    }

    /** Every kind of operation. */
    interface Visitor<R> {
        R createSchema(CreateSchema operation);

        R dropSchema(DropSchema operation);

        R createSequence(CreateSequence operation);

        R dropSequence(DropSequence operation);

        R alterSequence(AlterSequence operation);

        R continueNumbers(ContinueNumbers operation);

        R createTable(CreateTable operation);

        R dropTable(DropTable operation);

        R alterTableComment(AlterTableComment operation);

        R alterTableOptions(AlterTableOptions operation);

        R addColumn(AddColumn operation);

        R dropColumn(DropColumn operation);

        R alterColumn(AlterColumn operation);

        R addConstraint(AddConstraint operation);

        R dropConstraint(DropConstraint operation);

        R takeIndex(TakeIndex operation);

        R validateConstraint(ValidateConstraint operation);

        R addNotNull(AddNotNull operation);

        R validateNotNull(ValidateNotNull operation);

        R backfill(Backfill operation);

        R addMirror(AddMirror operation);

        R dropMirror(DropMirror operation);

        R onTheWayBack(OnTheWayBack operation);

        R eachWay(EachWay operation);

        R createIndex(CreateIndex operation);

        R dropIndex(DropIndex operation);

        R renameTable(RenameTable operation);

        R renameColumn(RenameColumn operation);

        R renameConstraint(RenameConstraint operation);

        R renameNotNulls(RenameNotNulls operation);

        R renameIndex(RenameIndex operation);

        R renameSequence(RenameSequence operation);

        R createView(CreateView operation);

        R dropView(DropView operation);

        R alterView(AlterView operation);

        R takeDown(TakeDown operation);

        R putBack(PutBack operation);

        R createType(CreateType operation);

        R dropType(DropType operation);

        R renameType(RenameType operation);

        R alterType(AlterType operation);

        R renameValue(RenameValue operation);

        R renameEnumValue(RenameEnumValue operation);

        R addEnumValues(AddEnumValues operation);

        R removeEnumValues(RemoveEnumValues operation);

        R createConversion(CreateConversion operation);

        R dropConversion(DropConversion operation);

        R createAuxiliaryObject(CreateAuxiliaryObject operation);

        R dropAuxiliaryObject(DropAuxiliaryObject operation);
    }

    /** The object of a kind with a name, for {@link #creates()}. */
    static Optional<SchemaObject> made(Kind kind, ObjectName name) {
        return Optional.of(new SchemaObject(kind, name));
    }
}
