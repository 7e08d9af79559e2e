package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.conversion.Conversion;
import dev.aludel.dialect.postgresql.conversion.Effect;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.ValueCheck;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AddMirror;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.ContinueNumbers;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropMirror;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.operation.PutBack;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RenameValue;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintKind;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Dependant;
import dev.aludel.schema.Index;
import dev.aludel.schema.Numbers;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a plan itself tells of the rows: which tables have none, which columns no value, and what the rows hold already. */
final class PlannedRows {

    private final Set<ObjectName> newTables = new HashSet<>();
    private final List<AddColumn> columns = new ArrayList<>();
    private final List<AlterColumn> altered = new ArrayList<>();
    private final List<DropConstraint> lost = new ArrayList<>();
    private final List<DropIndex> lostIndexes = new ArrayList<>();
    private final Set<CreateIndex> indexes = new HashSet<>();
    private final List<RenameTable> renamedTables = new ArrayList<>();
    private final List<RenameValue> renamed = new ArrayList<>();
    private final Set<Dependant> putBack = new HashSet<>();
    private final Set<ObjectName> continued = new HashSet<>();
    private final Set<ObjectName> filled = new HashSet<>();
    private final Set<String> filledColumns = new HashSet<>();
    private final Set<String> mirrors = new HashSet<>();

    PlannedRows(List<Operation> plan) {
        Collector collector = new Collector();
        plan.forEach(operation -> operation.accept(collector));
    }

    boolean isNew(ObjectName table) {
        return newTables.contains(table);
    }

    /** The name that a table had before the plan. */
    ObjectName before(ObjectName table) {
        ObjectName name = table;
        for (int i = renamedTables.size() - 1; i >= 0; i--) {
            if (renamedTables.get(i).after().equals(name)) {
                name = renamedTables.get(i).before();
            }
        }
        return name;
    }

    /** Whether one of the columns is new, and without a value in every row. */
    boolean isEmpty(ObjectName table, List<String> names) {
        return columns.stream()
                .filter(added -> added.table().equals(table))
                .map(AddColumn::column)
                .anyMatch(column -> names.contains(column.name()) && hasNoValue(column));
    }

    private static boolean hasNoValue(Column column) {
        return column.nullable()
                && column.defaultValue() == null
                && column.values().fill() == null;
    }

    /** Whether a check that goes has shown that a column holds no NULL, so that nobody has to look. */
    boolean isProven(ObjectName table, String quoted) {
        return lostOf(table)
                .flatMap(constraint -> ConstraintKind.check(constraint).stream())
                .anyMatch(check -> check.expression().declared().equals(quoted + " is not null"));
    }

    /** Whether the plan gives rows of the table values. */
    boolean isFilled(ObjectName table) {
        return filled.contains(table);
    }

    /** Whether the plan gives rows their values in this very column. */
    boolean isFilled(ObjectName table, Column column) {
        return filledColumns.contains(place(table, column.name()));
    }

    /** Whether a column that goes was only written for another one, which has its values. */
    boolean isMirror(DropColumn dropped) {
        return mirrors.contains(place(dropped.table(), dropped.column().name()));
    }

    private static String place(ObjectName table, String column) {
        return table + "." + column;
    }

    /** Whether a check is about a new column: what that holds, this very plan says. */
    boolean isOfAddedColumn(ObjectName table, CheckConstraint check) {
        return columns.stream()
                .anyMatch(added -> added.table().equals(table)
                        && check.expression().mentions(added.column().name()));
    }

    /** Whether a column is converted between the names of an enum's constants and their numbers. */
    boolean isConverted(ObjectName table, String column) {
        return altered.stream()
                .anyMatch(change -> change.table().equals(table)
                        && change.after().name().equals(column)
                        && Conversion.between(change.before(), change.after()).has(Effect.READS_CONSTANTS));
    }

    /** Whether the numbers of a sequence go on elsewhere, or its own on the way back. */
    boolean goesOn(ObjectName sequence) {
        return continued.contains(sequence);
    }

    /** Whether an object that is not Aludel's comes back. */
    boolean comesBack(Dependant dependant) {
        return putBack.contains(dependant);
    }

    boolean comesBack(DropIndex dropped) {
        return indexes.contains(new CreateIndex(dropped.table(), dropped.index()));
    }

    /** Whether the rows hold it already: it was only taken down for a while, or something stricter was there. */
    boolean wasThere(AddConstraint added) {
        ConstraintName name = added.constraint().name();
        return lostOf(added.table())
                .anyMatch(constraint -> constraint.withName(name).equals(added.constraint())
                        || isWider(added.table(), constraint, added.constraint()));
    }

    /** Whether a check takes the place of a stricter one. */
    boolean allowsMore(AddConstraint added) {
        return added.constraint() instanceof CheckConstraint
                && lostOf(added.table())
                        .anyMatch(constraint ->
                                !constraint.withName(added.constraint().name()).equals(added.constraint())
                                        && isWider(added.table(), constraint, added.constraint()));
    }

    boolean wasThere(CreateIndex created) {
        Index index = created.index();
        return lostIndexes.stream()
                .anyMatch(dropped -> dropped.table().equals(created.table())
                        && dropped.index().unique()
                        && dropped.index().keys().equals(index.keys()));
    }

    /** The check of values that a check takes the place of, with the values as the plan renames them. */
    Optional<ValueCheck> predecessor(ObjectName table, ValueCheck check) {
        return lostOf(table)
                .flatMap(constraint -> ConstraintKind.check(constraint).stream())
                .flatMap(before -> values(table, before).stream())
                .filter(before -> before.isComparableWith(check))
                .findFirst();
    }

    private Stream<Constraint> lostOf(ObjectName table) {
        return lost.stream().filter(dropped -> dropped.table().equals(table)).map(DropConstraint::constraint);
    }

    /** A check that allows all that another one allowed, and a unique constraint over more columns. */
    private boolean isWider(ObjectName table, Constraint old, Constraint now) {
        Optional<UniqueConstraint> key = ConstraintKind.unique(now);
        if (key.isPresent()) {
            return ConstraintKind.unique(old)
                    .filter(before -> key.get().columns().containsAll(before.columns())
                            && key.get().nullsDistinct() == before.nullsDistinct())
                    .isPresent();
        }
        Optional<ValueCheck> wide = ConstraintKind.check(now)
                .map(after -> ValueCheck.of(after.expression().declared()));
        return ConstraintKind.check(old)
                .flatMap(before -> values(table, before))
                .filter(narrow ->
                        wide.filter(values -> values.allowsAllOf(narrow)).isPresent())
                .isPresent();
    }

    private Optional<ValueCheck> values(ObjectName table, CheckConstraint check) {
        return Optional.ofNullable(ValueCheck.of(check.expression().declared())).map(values -> {
            List<String> now = new ArrayList<>(values.values());
            renamed.stream()
                    .filter(rename ->
                            rename.table().equals(table) && rename.column().equals(values.column()))
                    .forEach(rename -> now.replaceAll(value -> value.equals(Identifiers.literal(rename.before()))
                            ? Identifiers.literal(rename.after())
                            : value));
            return values.withValues(now);
        });
    }

    /** Takes from a plan what says something of rows; the answer is whether anything was new. */
    private final class Collector extends PartialVisitor<Boolean> {

        @Override
        protected Boolean other(Operation operation) {
            return false;
        }

        @Override
        public Boolean createTable(CreateTable operation) {
            return newTables.add(operation.table().name());
        }

        @Override
        public Boolean backfill(Backfill operation) {
            operation.values().keySet().forEach(column -> filledColumns.add(place(operation.table(), column)));
            return filled.add(operation.table());
        }

        @Override
        public Boolean addMirror(AddMirror operation) {
            return mirrors.add(place(operation.table(), operation.mirror().name()));
        }

        @Override
        public Boolean dropMirror(DropMirror operation) {
            return mirrors.add(place(operation.table(), operation.mirror().name()));
        }

        @Override
        public Boolean renameTable(RenameTable operation) {
            return renamedTables.add(operation);
        }

        @Override
        public Boolean addColumn(AddColumn operation) {
            return columns.add(operation);
        }

        @Override
        public Boolean alterColumn(AlterColumn operation) {
            return altered.add(operation);
        }

        @Override
        public Boolean dropConstraint(DropConstraint operation) {
            return lost.add(operation);
        }

        @Override
        public Boolean createIndex(CreateIndex operation) {
            return indexes.add(operation);
        }

        @Override
        public Boolean dropIndex(DropIndex operation) {
            return lostIndexes.add(operation);
        }

        @Override
        public Boolean renameValue(RenameValue operation) {
            return renamed.add(operation);
        }

        @Override
        public Boolean putBack(PutBack operation) {
            return putBack.add(operation.dependant());
        }

        @Override
        public Boolean continueNumbers(ContinueNumbers operation) {
            operation
                    .before()
                    .forEach(numbers -> numbers.accept(new Sequences()).ifPresent(continued::add));
            return !operation.before().isEmpty();
        }
    }

    /** The sequence that gives numbers, if it is one. */
    private static final class Sequences implements Numbers.Visitor<Optional<ObjectName>> {

        @Override
        public Optional<ObjectName> sequence(Numbers.OfSequence numbers) {
            return Optional.of(numbers.name());
        }

        @Override
        public Optional<ObjectName> identity(Numbers.OfIdentity numbers) {
            return Optional.empty();
        }

        @Override
        public Optional<ObjectName> row(Numbers.OfRow numbers) {
            return Optional.empty();
        }
    }
}
