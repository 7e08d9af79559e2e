package dev.aludel.operation;

/**
 * For whom a few kinds of operation matter, and all others are the same. Whoever has something to say of every kind is a plain
 * {@link Operation.Visitor}, so that a new kind does not compile until it is considered there.
 */
public abstract class PartialVisitor<R> implements Operation.Visitor<R> {

    /** What is said of a kind that does not matter. */
    protected abstract R other(Operation operation);

    @Override
    public R createSchema(CreateSchema operation) {
        return other(operation);
    }

    @Override
    public R dropSchema(DropSchema operation) {
        return other(operation);
    }

    @Override
    public R createSequence(CreateSequence operation) {
        return other(operation);
    }

    @Override
    public R dropSequence(DropSequence operation) {
        return other(operation);
    }

    @Override
    public R alterSequence(AlterSequence operation) {
        return other(operation);
    }

    @Override
    public R continueNumbers(ContinueNumbers operation) {
        return other(operation);
    }

    @Override
    public R createTable(CreateTable operation) {
        return other(operation);
    }

    @Override
    public R dropTable(DropTable operation) {
        return other(operation);
    }

    @Override
    public R alterTableComment(AlterTableComment operation) {
        return other(operation);
    }

    @Override
    public R alterTableOptions(AlterTableOptions operation) {
        return other(operation);
    }

    @Override
    public R addColumn(AddColumn operation) {
        return other(operation);
    }

    @Override
    public R dropColumn(DropColumn operation) {
        return other(operation);
    }

    @Override
    public R alterColumn(AlterColumn operation) {
        return other(operation);
    }

    @Override
    public R addConstraint(AddConstraint operation) {
        return other(operation);
    }

    @Override
    public R dropConstraint(DropConstraint operation) {
        return other(operation);
    }

    @Override
    public R takeIndex(TakeIndex operation) {
        return other(operation);
    }

    @Override
    public R validateConstraint(ValidateConstraint operation) {
        return other(operation);
    }

    @Override
    public R addNotNull(AddNotNull operation) {
        return other(operation);
    }

    @Override
    public R validateNotNull(ValidateNotNull operation) {
        return other(operation);
    }

    @Override
    public R backfill(Backfill operation) {
        return other(operation);
    }

    @Override
    public R addMirror(AddMirror operation) {
        return other(operation);
    }

    @Override
    public R dropMirror(DropMirror operation) {
        return other(operation);
    }

    @Override
    public R onTheWayBack(OnTheWayBack operation) {
        return other(operation);
    }

    @Override
    public R eachWay(EachWay operation) {
        return other(operation);
    }

    @Override
    public R createIndex(CreateIndex operation) {
        return other(operation);
    }

    @Override
    public R dropIndex(DropIndex operation) {
        return other(operation);
    }

    @Override
    public R renameTable(RenameTable operation) {
        return other(operation);
    }

    @Override
    public R renameColumn(RenameColumn operation) {
        return other(operation);
    }

    @Override
    public R renameConstraint(RenameConstraint operation) {
        return other(operation);
    }

    @Override
    public R renameNotNulls(RenameNotNulls operation) {
        return other(operation);
    }

    @Override
    public R renameIndex(RenameIndex operation) {
        return other(operation);
    }

    @Override
    public R renameSequence(RenameSequence operation) {
        return other(operation);
    }

    @Override
    public R createView(CreateView operation) {
        return other(operation);
    }

    @Override
    public R dropView(DropView operation) {
        return other(operation);
    }

    @Override
    public R alterView(AlterView operation) {
        return other(operation);
    }

    @Override
    public R takeDown(TakeDown operation) {
        return other(operation);
    }

    @Override
    public R putBack(PutBack operation) {
        return other(operation);
    }

    @Override
    public R createType(CreateType operation) {
        return other(operation);
    }

    @Override
    public R dropType(DropType operation) {
        return other(operation);
    }

    @Override
    public R renameType(RenameType operation) {
        return other(operation);
    }

    @Override
    public R alterType(AlterType operation) {
        return other(operation);
    }

    @Override
    public R renameEnumValue(RenameEnumValue operation) {
        return other(operation);
    }

    @Override
    public R renameValue(RenameValue operation) {
        return other(operation);
    }

    @Override
    public R addEnumValues(AddEnumValues operation) {
        return other(operation);
    }

    @Override
    public R removeEnumValues(RemoveEnumValues operation) {
        return other(operation);
    }

    @Override
    public R createConversion(CreateConversion operation) {
        return other(operation);
    }

    @Override
    public R dropConversion(DropConversion operation) {
        return other(operation);
    }

    @Override
    public R createAuxiliaryObject(CreateAuxiliaryObject operation) {
        return other(operation);
    }

    @Override
    public R dropAuxiliaryObject(DropAuxiliaryObject operation) {
        return other(operation);
    }
}
