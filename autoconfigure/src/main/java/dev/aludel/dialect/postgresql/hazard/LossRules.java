package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AddMirror;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterType;
import dev.aludel.operation.CreateConversion;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.operation.RemoveEnumValues;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameEnumValue;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RenameValue;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.operation.ValidateNotNull;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What loses values or rows, fails because of the rows that are there, or breaks who reads them. */
final class LossRules extends PartialVisitor<List<Hazard>> {

    private final PostgresRenderer sql = new PostgresRenderer();
    private final PlannedRows rows;
    private final ConstraintHazards constraints;

    LossRules(PlannedRows rows) {
        this.rows = rows;
        this.constraints = new ConstraintHazards(sql, rows);
    }

    @Override
    protected List<Hazard> other(Operation operation) {
        return List.of();
    }

    @Override
    public List<Hazard> dropTable(DropTable operation) {
        ObjectName table = operation.table().name();
        List<Hazard> hazards = new ArrayList<>();
        hazards.add(Hazard.of(
                        HazardCode.DROP_TABLE,
                        table,
                        "Dropping table '%s' loses all its rows; a downgrade makes it again, but empty."
                                .formatted(table),
                        "If they may be needed, keep them first: create table %s as table %s;"
                                .formatted(sql.quote(table.sibling(table.name() + "_kept")), sql.quote(table)))
                .asking("select count(*) from " + sql.quote(table), "are lost"));
        operation.table().columns().stream()
                .filter(LargeObjects::isIn)
                .forEach(column -> hazards.add(LargeObjects.of(sql, table, column)));
        return hazards;
    }

    @Override
    public List<Hazard> dropColumn(DropColumn operation) {
        Column column = operation.column();
        if (column.generated() != null || rows.isMirror(operation)) {
            return List.of();
        }
        List<Hazard> hazards = new ArrayList<>();
        hazards.add(Hazard.of(
                        HazardCode.DROP_COLUMN,
                        operation.table(),
                        "Dropping column '%s.%s' loses its values, and an older version of the application that still runs fails on it; a downgrade brings the column back without them%s."
                                .formatted(
                                        operation.table(),
                                        column.name(),
                                        needsValue(column)
                                                ? ", and only while the table is empty, since it is not null without a"
                                                        + " default"
                                                : ""),
                        "Deploy the application without it first, then drop it.")
                .asking(
                        "select count(%s) from %s".formatted(sql.quote(column.name()), sql.quote(operation.table())),
                        "have a value that is lost"));
        if (LargeObjects.isIn(column)) {
            hazards.add(LargeObjects.of(sql, operation.table(), column));
        }
        return hazards;
    }

    @Override
    public List<Hazard> dropSequence(DropSequence operation) {
        ObjectName sequence = operation.sequence().name();
        if (rows.goesOn(sequence)) {
            return List.of();
        }
        return List.of(Hazard.of(
                HazardCode.DROP_SEQUENCE,
                sequence,
                "Dropping sequence '%s' loses its position; a downgrade starts it at %d again, where numbers may be taken."
                        .formatted(sequence, operation.sequence().start()),
                "Note the position first: select last_value from %s;".formatted(sql.quote(sequence))));
    }

    @Override
    public List<Hazard> addColumn(AddColumn operation) {
        Column column = operation.column();
        if (!needsValue(column) || rows.isNew(operation.table())) {
            return List.of();
        }
        return List.of(Hazard.of(
                        HazardCode.ADD_NOT_NULL_COLUMN,
                        operation.table(),
                        "Adding the not-null column '%s.%s' without a default fails when the table has rows."
                                .formatted(operation.table(), column.name()),
                        "Say what they get when you write the revision, as in %s, or add it nullable, fill it, then forbid null."
                                .formatted(SampleDefault.of(operation.table(), column)))
                .asking("select count(*) from " + sql.quote(operation.table()), "would have no value"));
    }

    @Override
    public List<Hazard> alterColumn(AlterColumn operation) {
        Column before = operation.before();
        Column after = operation.after();
        List<Hazard> hazards = new ArrayList<>();
        if (before.generated() == null && after.generated() != null) {
            hazards.add(Hazard.of(
                            HazardCode.GENERATE_COLUMN,
                            operation.table(),
                            "Column '%s.%s' becomes a generated one: its values are replaced by computed ones, and no downgrade brings them back."
                                    .formatted(operation.table(), after.name()),
                            "Keep them in another column first if they may differ.")
                    .asking(
                            "select count(%s) from %s".formatted(sql.quote(after.name()), sql.quote(operation.table())),
                            "have a value that is replaced"));
        }
        boolean proven = rows.isProven(operation.table(), sql.quote(after.name()));
        if (before.mayHoldNull() && !after.mayHoldNull() && needsValue(after) && !proven) {
            hazards.add(notNull(operation.table(), operation.after()));
        }
        hazards.addAll(new TypeHazards(sql, operation).hazards());
        return List.copyOf(hazards);
    }

    /** Said once, where the rows are converted. */
    @Override
    public List<Hazard> addMirror(AddMirror operation) {
        Column source = operation.source();
        return rows.isFilled(operation.table(), operation.mirror())
                ? new TypeHazards(
                                sql,
                                new AlterColumn(
                                        operation.table(),
                                        source,
                                        operation.mirror().withName(source.name())))
                        .hazards()
                : List.of();
    }

    @Override
    public List<Hazard> validateNotNull(ValidateNotNull operation) {
        return rows.isFilled(operation.table(), operation.column())
                ? List.of()
                : List.of(notNull(operation.table(), operation.column()));
    }

    private Hazard notNull(ObjectName table, Column column) {
        String rows = sql.quote(table);
        String name = sql.quote(column.name());
        return Hazard.of(
                        HazardCode.SET_NOT_NULL,
                        table,
                        "Forbidding null in column '%s.%s' fails when a row has none.".formatted(table, column.name()),
                        "Say what they get when you write the revision, as in %s, or fill them in this revision, before: update %s set %s = ... where %s is null;"
                                .formatted(SampleDefault.of(table, column), rows, name, name))
                .asking("select count(*) from %s where %s is null".formatted(rows, name), "have no value");
    }

    @Override
    public List<Hazard> addConstraint(AddConstraint operation) {
        return Stream.concat(constraints.of(operation).stream(), constraints.reordered(operation).stream())
                .toList();
    }

    @Override
    public List<Hazard> validateConstraint(ValidateConstraint operation) {
        return constraints.of(operation).stream().toList();
    }

    @Override
    public List<Hazard> createIndex(CreateIndex operation) {
        return constraints.of(operation).stream().toList();
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
    public List<Hazard> renameEnumValue(RenameEnumValue operation) {
        return RenameRules.of(operation);
    }

    @Override
    public List<Hazard> renameValue(RenameValue operation) {
        return RenameRules.of(operation);
    }

    @Override
    public List<Hazard> alterType(AlterType operation) {
        return TypeLoss.of(operation, sql);
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

    private static boolean needsValue(Column column) {
        return !column.nullable()
                && column.values().fill() == null
                && column.defaultValue() == null
                && column.identity() == null
                && column.generated() == null;
    }
}
