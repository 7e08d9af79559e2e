package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.Hazard;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AddEnumValues;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.AlterTableComment;
import dev.aludel.operation.AlterTableOptions;
import dev.aludel.operation.AlterType;
import dev.aludel.operation.AlterView;
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
import dev.aludel.operation.DropSchema;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.DropType;
import dev.aludel.operation.DropView;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PutBack;
import dev.aludel.operation.RemoveEnumValues;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameNotNulls;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RenameType;
import dev.aludel.operation.RenameValue;
import dev.aludel.operation.TakeDown;
import dev.aludel.schema.Column;
import java.util.ArrayList;
import java.util.List;

/** What loses values or rows, or fails because of the rows that are there. */
final class LossRules implements Operation.Visitor<List<Hazard>> {

    private final PostgresRenderer sql = new PostgresRenderer();

    @Override
    public List<Hazard> dropTable(DropTable operation) {
        String table = sql.quote(operation.table().name());
        return loss(
                "drop-table",
                "Dropping table '%s' loses all its rows; a downgrade makes it again, but empty. If they may be needed, keep them first: create table %s as table %s;"
                        .formatted(
                                operation.table().name(),
                                sql.quote(operation
                                        .table()
                                        .name()
                                        .sibling(operation.table().name().name() + "_kept")),
                                table));
    }

    @Override
    public List<Hazard> dropColumn(DropColumn operation) {
        Column column = operation.column();
        if (column.generated() != null) {
            return List.of();
        }
        return loss(
                "drop-column",
                "Dropping column '%s.%s' loses its values, and an older version of the application that still runs fails on it; a downgrade brings the column back without them%s. Deploy the application without it first, then drop it."
                        .formatted(
                                operation.table(),
                                column.name(),
                                needsValue(column)
                                        ? ", and only while the table is empty, since it is not null without a default"
                                        : ""));
    }

    @Override
    public List<Hazard> dropSequence(DropSequence operation) {
        return loss(
                "drop-sequence",
                "Dropping sequence '%s' loses its position; a downgrade starts it at %d again, where numbers may be taken. Note the position first: select last_value from %s;"
                        .formatted(
                                operation.sequence().name(),
                                operation.sequence().start(),
                                sql.quote(operation.sequence().name())));
    }

    @Override
    public List<Hazard> addColumn(AddColumn operation) {
        Column column = operation.column();
        if (!needsValue(column)) {
            return List.of();
        }
        return failure(
                "add-not-null-column",
                "Adding the not-null column '%s.%s' without a default fails when the table has rows. Say what they get when you write the revision, as in %s, or add it nullable, fill it, then forbid null."
                        .formatted(operation.table(), column.name(), SampleDefault.of(operation.table(), column)));
    }

    @Override
    public List<Hazard> alterColumn(AlterColumn operation) {
        Column before = operation.before();
        Column after = operation.after();
        List<Hazard> hazards = new ArrayList<>();
        if (before.generated() == null && after.generated() != null) {
            hazards.addAll(loss(
                    "generate-column",
                    "Column '%s.%s' becomes a generated one: its values are replaced by computed ones, and no downgrade brings them back. Keep them in another column first if they may differ."
                            .formatted(operation.table(), after.name())));
        }
        if (before.nullable() && needsValue(after)) {
            String table = sql.quote(operation.table());
            String name = sql.quote(after.name());
            hazards.addAll(failure(
                    "set-not-null",
                    "Forbidding null in column '%s.%s' fails when a row has none. Say what they get when you write the revision, as in %s, or fill them in this revision, before: update %s set %s = ... where %s is null;"
                            .formatted(
                                    operation.table(),
                                    after.name(),
                                    SampleDefault.of(operation.table(), after),
                                    table,
                                    name,
                                    name)));
        }
        hazards.addAll(new TypeHazards(sql, operation).hazards());
        return List.copyOf(hazards);
    }

    @Override
    public List<Hazard> createSchema(CreateSchema operation) {
        return List.of();
    }

    @Override
    public List<Hazard> dropSchema(DropSchema operation) {
        return List.of();
    }

    @Override
    public List<Hazard> createSequence(CreateSequence operation) {
        return List.of();
    }

    @Override
    public List<Hazard> alterSequence(AlterSequence operation) {
        return List.of();
    }

    @Override
    public List<Hazard> continueNumbers(ContinueNumbers operation) {
        return List.of();
    }

    @Override
    public List<Hazard> createTable(CreateTable operation) {
        return List.of();
    }

    @Override
    public List<Hazard> alterTableComment(AlterTableComment operation) {
        return List.of();
    }

    @Override
    public List<Hazard> alterTableOptions(AlterTableOptions operation) {
        return List.of();
    }

    @Override
    public List<Hazard> addConstraint(AddConstraint operation) {
        return List.of();
    }

    @Override
    public List<Hazard> dropConstraint(DropConstraint operation) {
        return List.of();
    }

    @Override
    public List<Hazard> createIndex(CreateIndex operation) {
        return List.of();
    }

    @Override
    public List<Hazard> dropIndex(DropIndex operation) {
        return List.of();
    }

    @Override
    public List<Hazard> renameTable(RenameTable operation) {
        return RenameRules.of(operation);
    }

    @Override
    public List<Hazard> renameColumn(RenameColumn operation) {
        return RenameRules.of(operation);
    }

    @Override
    public List<Hazard> renameConstraint(RenameConstraint operation) {
        return List.of();
    }

    @Override
    public List<Hazard> renameNotNulls(RenameNotNulls operation) {
        return List.of();
    }

    @Override
    public List<Hazard> renameIndex(RenameIndex operation) {
        return List.of();
    }

    @Override
    public List<Hazard> renameSequence(RenameSequence operation) {
        return List.of();
    }

    @Override
    public List<Hazard> createView(CreateView operation) {
        return List.of();
    }

    @Override
    public List<Hazard> dropView(DropView operation) {
        return List.of();
    }

    @Override
    public List<Hazard> alterView(AlterView operation) {
        return List.of();
    }

    @Override
    public List<Hazard> takeDown(TakeDown operation) {
        return List.of();
    }

    @Override
    public List<Hazard> putBack(PutBack operation) {
        return List.of();
    }

    @Override
    public List<Hazard> createType(CreateType operation) {
        return List.of();
    }

    @Override
    public List<Hazard> dropType(DropType operation) {
        return List.of();
    }

    @Override
    public List<Hazard> renameType(RenameType operation) {
        return List.of();
    }

    @Override
    public List<Hazard> alterType(AlterType operation) {
        return TypeLoss.of(operation);
    }

    @Override
    public List<Hazard> renameValue(RenameValue operation) {
        return List.of();
    }

    @Override
    public List<Hazard> addEnumValues(AddEnumValues operation) {
        return List.of();
    }

    @Override
    public List<Hazard> removeEnumValues(RemoveEnumValues operation) {
        return operation.steps().stream()
                .flatMap(step -> step.accept(this).stream())
                .toList();
    }

    @Override
    public List<Hazard> createConversion(CreateConversion operation) {
        return TypeLoss.of(operation, sql);
    }

    @Override
    public List<Hazard> dropConversion(DropConversion operation) {
        return List.of();
    }

    @Override
    public List<Hazard> createAuxiliaryObject(CreateAuxiliaryObject operation) {
        return List.of();
    }

    @Override
    public List<Hazard> dropAuxiliaryObject(DropAuxiliaryObject operation) {
        return List.of();
    }

    private static boolean needsValue(Column column) {
        return !column.nullable()
                && column.values().fill() == null
                && column.defaultValue() == null
                && column.identity() == null
                && column.generated() == null;
    }

    private static List<Hazard> loss(String code, String message) {
        return List.of(new Hazard(code, true, message));
    }

    private static List<Hazard> failure(String code, String message) {
        return List.of(new Hazard(code, false, message));
    }
}
