package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.render.Definitions;
import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.hazard.Impact.Work;
import dev.aludel.hazard.Situation;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTableOptions;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.operation.RemoveEnumValues;
import dev.aludel.operation.RenameValue;
import dev.aludel.schema.Column;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;

/**
 * What keeps others waiting for as long as the work on a table takes: who waits, and what to do instead. A table that the plan makes
 * has nobody who waits, and one that is small is soon done.
 */
final class BlockingRules extends PartialVisitor<List<Hazard>> {

    private final PostgresRenderer sql = new PostgresRenderer();
    private final Definitions definitions = new Definitions(sql);
    private final PlannedRows rows;
    private final ColumnWork columns;
    private final BlockedSessions blocked;

    BlockingRules(PlannedRows rows, Situation situation) {
        this.rows = rows;
        this.columns = new ColumnWork(situation);
        this.blocked = new BlockedSessions(sql, rows, situation);
    }

    @Override
    protected List<Hazard> other(Operation operation) {
        return List.of();
    }

    private boolean isAtOnce(ObjectName table) {
        return rows.isNew(table) || blocked.isSmall(table);
    }

    @Override
    public List<Hazard> createIndex(CreateIndex operation) {
        Index index = operation.index();
        if (operation.concurrently() || isAtOnce(operation.table())) {
            return List.of();
        }
        String concurrently = definitions
                .index(operation.table(), index)
                .replaceFirst("^create (unique )?index ", "create $1index concurrently ");
        return List.of(blocked.writes(
                index.unique() ? HazardCode.ADD_UNIQUE : HazardCode.CREATE_INDEX,
                operation.table(),
                "Creating index '" + index.name() + "'",
                "while it is built",
                "Build it beside them, in a revision of its own with the header 'transactional: false': " + concurrently
                        + ";"));
    }

    @Override
    public List<Hazard> addConstraint(AddConstraint operation) {
        if (operation.concurrently() || isAtOnce(operation.table())) {
            return List.of();
        }
        String held = rows.allowsMore(operation)
                ? " No row can break it: it allows all that the check in its place allowed."
                : "";
        return operation.constraint().accept(new BlockingConstraints(sql, operation.table(), blocked)).stream()
                .map(hazard -> hazard.withMessage(hazard.message() + held))
                .toList();
    }

    @Override
    public List<Hazard> addColumn(AddColumn operation) {
        ObjectName table = operation.table();
        Work work = isAtOnce(table) ? Work.NONE : columns.of(operation);
        Column column = operation.column();
        String adding = "Adding column '" + table + "." + column.name() + "'";
        if (work == Work.CHANGE) {
            return List.of(backfill(table, adding, column));
        }
        if (work != Work.REWRITE) {
            return List.of();
        }
        if (column.generated() != null) {
            return List.of(
                    blocked.all(
                            HazardCode.ADD_GENERATED_COLUMN,
                            table,
                            adding + ", which is computed for each row,",
                            "while the table is written anew",
                            "Add a plain column that a trigger or the application fills, and fill the rows that are there in batches; on PostgreSQL 18 a virtual column costs nothing."));
        }
        if (column.identity() != null) {
            return List.of(blocked.all(
                    HazardCode.ADD_IDENTITY_COLUMN,
                    table,
                    adding + ", which numbers each row,",
                    "while the table is written anew",
                    "Add it nullable, let a sequence give its default, and number the rows that are there in batches: "
                            + sql.alter(table) + "add column " + sql.quote(column.name()) + " "
                            + definitions.type(column) + ";"));
        }
        return List.of(blocked.all(
                HazardCode.VOLATILE_DEFAULT,
                table,
                adding + ", whose default is another for each row,",
                "while the table is written anew",
                "Add it without, give it the default for new rows, and fill the others in batches: "
                        + blocked.inSteps(table, column)));
    }

    @Override
    public List<Hazard> alterColumn(AlterColumn operation) {
        ObjectName table = operation.table();
        if (isAtOnce(table)) {
            return List.of();
        }
        List<Hazard> hazards = new ArrayList<>();
        Column before = operation.before();
        Column after = operation.after();
        Work work = columns.of(operation);
        Work retyped = ColumnWork.ofType(before, after);
        String column = "'" + table + "." + after.name() + "'";
        if (after.generated() != null
                && work == Work.REWRITE
                && !after.generated().equals(before.generated())) {
            hazards.add(blocked.all(
                    HazardCode.ADD_GENERATED_COLUMN,
                    table,
                    "Computing column " + column + " for each row",
                    "while the table is written anew",
                    "Fill a plain column in batches instead; on PostgreSQL 18 a virtual column costs nothing."));
            return hazards;
        }
        if (retyped != Work.NONE) {
            hazards.add(retype(table, before, after, retyped));
        }
        boolean tightened = before.mayHoldNull() && !after.mayHoldNull();
        if (work == Work.CHANGE) {
            hazards.add(backfill(table, "Filling column " + column, after));
        }
        if (tightened && !rows.isProven(table, sql.quote(after.name())) && retyped != Work.REWRITE) {
            hazards.add(blocked.notNull(table, after));
        }
        return hazards;
    }

    private Hazard retype(ObjectName table, Column before, Column after, Work work) {
        String what = "Changing column '" + table + "." + after.name() + "' "
                + (before.type().equals(after.type())
                        ? "to another collation"
                        : "from " + before.type() + " to " + after.type());
        return blocked.all(
                HazardCode.ALTER_COLUMN_TYPE,
                table,
                what,
                work == Work.REWRITE
                        ? "while the table and its indexes are written anew"
                        : "while its indexes are built anew",
                "Add a column of the new type, let the application write both, fill it in batches, then read it and drop the old one: "
                        + sql.alter(table) + "add column " + sql.quote(after.name() + "_new") + " "
                        + definitions.type(after) + ";");
    }

    private Hazard backfill(ObjectName table, String what, Column column) {
        return blocked.changes(
                table,
                what,
                "Fill it in batches, in a revision of its own: update " + sql.quote(table) + " set "
                        + sql.quote(column.name()) + " = ... where " + sql.quote(column.name())
                        + " is null and <a range of keys>;");
    }

    @Override
    public List<Hazard> renameValue(RenameValue operation) {
        ObjectName table = operation.table();
        return isAtOnce(table)
                ? List.of()
                : List.of(blocked.changes(
                        table,
                        "Renaming the value '%s' in column '%s.%s'"
                                .formatted(operation.before(), table, operation.column()),
                        "Where many rows have it, change them in batches, in a revision of its own."));
    }

    @Override
    public List<Hazard> removeEnumValues(RemoveEnumValues operation) {
        return operation.steps().stream()
                .flatMap(step -> step.accept(this).stream())
                .toList();
    }

    @Override
    public List<Hazard> alterTableOptions(AlterTableOptions operation) {
        ObjectName table = operation.table();
        boolean moves = new Impacts(Situation.unknown())
                .alterTableOptions(operation).stream().anyMatch(impact -> impact.work() == Work.REWRITE);
        return isAtOnce(table) || !moves
                ? List.of()
                : List.of(blocked.all(
                        HazardCode.REWRITE_TABLE,
                        table,
                        "Moving table '" + table + "' to another tablespace",
                        "while its file is copied",
                        "Do it while nobody uses the table, or copy its rows to a new table in batches."));
    }
}
