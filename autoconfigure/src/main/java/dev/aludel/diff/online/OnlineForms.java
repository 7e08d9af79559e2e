package dev.aludel.diff.online;

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
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.OutgoingName;
import java.util.List;

/**
 * What each operation becomes in an online plan: itself, where it takes no time or there is no other way, else what leads to the same end
 * while others write.
 */
final class OnlineForms implements Operation.Visitor<List<Part>> {

    private final Surroundings plan;
    private final ColumnForms columns;

    OnlineForms(Surroundings plan, ColumnForms columns) {
        this.plan = plan;
        this.columns = columns;
    }

    static List<Part> plain(Operation operation) {
        return List.of(Part.plain(operation));
    }

    /** The name that something has until its predecessor has gone. */
    static String interim(String name) {
        return OutgoingName.of(ObjectName.of(name)).name();
    }

    /** The old index serves until the new one is there. */
    private static Part exchange(DropIndex before, CreateIndex after) {
        ObjectName table = after.table();
        String name = after.index().name().text();
        String interim = interim(name);
        return Part.beside(
                "indexes",
                new CreateIndex(
                        table, after.index().withName(after.index().name().withText(interim)), true),
                new DropIndex(table, before.index(), true),
                new RenameIndex(table, interim, name));
    }

    @Override
    public List<Part> createSchema(CreateSchema operation) {
        return plain(operation);
    }

    @Override
    public List<Part> dropSchema(DropSchema operation) {
        return plain(operation);
    }

    @Override
    public List<Part> createSequence(CreateSequence operation) {
        return plain(operation);
    }

    @Override
    public List<Part> dropSequence(DropSequence operation) {
        return plain(operation);
    }

    @Override
    public List<Part> alterSequence(AlterSequence operation) {
        return plain(operation);
    }

    @Override
    public List<Part> continueNumbers(ContinueNumbers operation) {
        return plain(operation);
    }

    @Override
    public List<Part> createTable(CreateTable operation) {
        return plain(operation);
    }

    @Override
    public List<Part> dropTable(DropTable operation) {
        return plain(operation);
    }

    @Override
    public List<Part> alterTableComment(AlterTableComment operation) {
        return plain(operation);
    }

    @Override
    public List<Part> alterTableOptions(AlterTableOptions operation) {
        return plain(operation);
    }

    @Override
    public List<Part> addColumn(AddColumn operation) {
        return plan.isInUse(operation.table()) ? columns.of(operation) : plain(operation);
    }

    @Override
    public List<Part> dropColumn(DropColumn operation) {
        return plain(operation);
    }

    @Override
    public List<Part> alterColumn(AlterColumn operation) {
        return plan.isInUse(operation.table()) ? columns.of(operation) : plain(operation);
    }

    @Override
    public List<Part> addConstraint(AddConstraint operation) {
        return plan.isInUse(operation.table())
                ? operation.constraint().accept(new ConstraintForms(plan, operation))
                : plain(operation);
    }

    @Override
    public List<Part> dropConstraint(DropConstraint operation) {
        return plan.successor(operation)
                .filter(added -> ConstraintForms.exchanges(plan, operation, added))
                .<List<Part>>map(added -> List.of()) // it goes when its successor is built
                .orElseGet(() -> plain(operation));
    }

    @Override
    public List<Part> takeIndex(TakeIndex operation) {
        return plain(operation);
    }

    @Override
    public List<Part> validateConstraint(ValidateConstraint operation) {
        return plain(operation);
    }

    @Override
    public List<Part> addNotNull(AddNotNull operation) {
        return plain(operation);
    }

    @Override
    public List<Part> validateNotNull(ValidateNotNull operation) {
        return plain(operation);
    }

    @Override
    public List<Part> backfill(Backfill operation) {
        return plain(operation);
    }

    @Override
    public List<Part> addMirror(AddMirror operation) {
        return plain(operation);
    }

    @Override
    public List<Part> dropMirror(DropMirror operation) {
        return plain(operation);
    }

    @Override
    public List<Part> onTheWayBack(OnTheWayBack operation) {
        return plain(operation);
    }

    @Override
    public List<Part> eachWay(EachWay operation) {
        return plain(operation);
    }

    @Override
    public List<Part> createIndex(CreateIndex operation) {
        ObjectName table = operation.table();
        CreateIndex built = new CreateIndex(table, operation.index(), true);
        DropIndex before = plan.predecessor(operation).orElse(null);
        if (!plan.isInUse(table)) {
            return plain(operation);
        }
        if (before == null) {
            return List.of(Part.beside("indexes", built));
        }
        return before.accept(this).isEmpty() ? List.of(exchange(before, operation)) : plain(operation);
    }

    @Override
    public List<Part> dropIndex(DropIndex operation) {
        Index index = operation.index();
        boolean stays = !plan.isInUse(operation.table())
                || plan.isDisturbed(operation.table(), index::concerns)
                || plan.isNameWanted(operation.table(), index)
                || plan.successor(operation)
                        .filter(created -> created.index().equals(index))
                        .isPresent();
        if (stays) {
            return plain(operation);
        }
        return plan.successor(operation).isPresent()
                ? List.of() // it goes when its successor is built
                : List.of(Part.beside("indexes", new DropIndex(operation.table(), index, true)));
    }

    @Override
    public List<Part> renameTable(RenameTable operation) {
        return plain(operation);
    }

    @Override
    public List<Part> renameColumn(RenameColumn operation) {
        return plain(operation);
    }

    @Override
    public List<Part> renameConstraint(RenameConstraint operation) {
        return plain(operation);
    }

    @Override
    public List<Part> renameNotNulls(RenameNotNulls operation) {
        return plain(operation);
    }

    @Override
    public List<Part> renameIndex(RenameIndex operation) {
        return plain(operation);
    }

    @Override
    public List<Part> renameSequence(RenameSequence operation) {
        return plain(operation);
    }

    @Override
    public List<Part> createView(CreateView operation) {
        return plain(operation);
    }

    @Override
    public List<Part> dropView(DropView operation) {
        return plain(operation);
    }

    @Override
    public List<Part> alterView(AlterView operation) {
        return plain(operation);
    }

    @Override
    public List<Part> takeDown(TakeDown operation) {
        return plain(operation);
    }

    @Override
    public List<Part> putBack(PutBack operation) {
        return plain(operation);
    }

    @Override
    public List<Part> createType(CreateType operation) {
        return plain(operation);
    }

    @Override
    public List<Part> dropType(DropType operation) {
        return plain(operation);
    }

    @Override
    public List<Part> renameType(RenameType operation) {
        return plain(operation);
    }

    @Override
    public List<Part> alterType(AlterType operation) {
        return plain(operation);
    }

    @Override
    public List<Part> renameEnumValue(RenameEnumValue operation) {
        return plain(operation);
    }

    @Override
    public List<Part> renameValue(RenameValue operation) {
        return plain(operation);
    }

    @Override
    public List<Part> addEnumValues(AddEnumValues operation) {
        return plain(operation);
    }

    @Override
    public List<Part> removeEnumValues(RemoveEnumValues operation) {
        return plain(operation);
    }

    @Override
    public List<Part> createConversion(CreateConversion operation) {
        return plain(operation);
    }

    @Override
    public List<Part> dropConversion(DropConversion operation) {
        return plain(operation);
    }

    @Override
    public List<Part> createAuxiliaryObject(CreateAuxiliaryObject operation) {
        return plain(operation);
    }

    @Override
    public List<Part> dropAuxiliaryObject(DropAuxiliaryObject operation) {
        return plain(operation);
    }
}
