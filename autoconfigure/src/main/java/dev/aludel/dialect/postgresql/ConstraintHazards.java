package dev.aludel.dialect.postgresql;

import static java.util.stream.Collectors.joining;

import dev.aludel.dialect.Hazard;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.Operation;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a plan asks of the rows that are there: a constraint that some of them break stops the upgrade. A table or column that the plan
 * makes has none, and what it only takes down for a while they hold already.
 */
final class ConstraintHazards {

    private final PostgresRenderer sql;
    private final Set<ObjectName> newTables = new HashSet<>();
    private final List<AddColumn> addedColumns = new ArrayList<>();
    private final Set<List<Object>> emptyColumns = new HashSet<>();
    private final Set<List<Object>> converted = new HashSet<>();
    private final List<DropConstraint> lost = new ArrayList<>();
    private final List<DropIndex> lostIndexes = new ArrayList<>();

    ConstraintHazards(PostgresRenderer sql, List<Operation> plan) {
        this.sql = sql;
        plan.forEach(this::note);
    }

    private void note(Operation operation) {
        if (operation instanceof CreateTable created) {
            newTables.add(created.table().name());
        } else if (operation instanceof AddColumn added) {
            Column column = added.column();
            addedColumns.add(added);
            if (column.nullable()
                    && column.defaultValue() == null
                    && column.values().fill() == null) {
                emptyColumns.add(List.of(added.table(), column.name()));
            }
        } else if (operation instanceof AlterColumn altered) {
            if (KnownConversion.readsConstants(altered.before(), altered.after())) {
                converted.add(List.of(altered.table(), altered.after().name()));
            }
        } else if (operation instanceof DropConstraint dropped) {
            lost.add(dropped);
        } else if (operation instanceof DropIndex dropped) {
            lostIndexes.add(dropped);
        }
    }

    Optional<Hazard> of(Operation operation) {
        if (operation instanceof AddConstraint added && !newTables.contains(added.table()) && !wasThere(added)) {
            return added.constraint().accept(new Broken(added.table()));
        }
        if (operation instanceof CreateIndex created
                && created.index().unique()
                && !newTables.contains(created.table())
                && !wasThere(created)) {
            return unique(created.table(), created.index());
        }
        return Optional.empty();
    }

    private boolean wasThere(AddConstraint added) {
        ConstraintName name = added.constraint().name();
        return lost.stream()
                .filter(dropped -> dropped.table().equals(added.table()))
                .anyMatch(dropped -> dropped.constraint().withName(name).equals(added.constraint())
                        || isWider(dropped.constraint(), added.constraint()));
    }

    private boolean wasThere(CreateIndex created) {
        return lostIndexes.stream()
                .anyMatch(dropped -> dropped.table().equals(created.table())
                        && dropped.index().unique()
                        && dropped.index().keys().equals(created.index().keys()));
    }

    /** A check that allows all that another one allowed, and a unique constraint over more columns. */
    private static boolean isWider(Constraint old, Constraint now) {
        if (old instanceof UniqueConstraint before && now instanceof UniqueConstraint after) {
            return after.columns().containsAll(before.columns()) && after.nullsDistinct() == before.nullsDistinct();
        }
        if (!(old instanceof CheckConstraint before && now instanceof CheckConstraint after)) {
            return false;
        }
        ValueCheck narrow = ValueCheck.of(before.expression().declared());
        ValueCheck wide = ValueCheck.of(after.expression().declared());
        return narrow != null
                && wide != null
                && narrow.column().equals(wide.column())
                && !narrow.negated()
                && !wide.negated()
                && narrow.range() == wide.range()
                && contains(wide, narrow);
    }

    private static boolean contains(ValueCheck wide, ValueCheck narrow) {
        if (!wide.range()) {
            return wide.values().containsAll(narrow.values());
        }
        return number(wide, 0) <= number(narrow, 0) && number(wide, 1) >= number(narrow, 1);
    }

    private static long number(ValueCheck range, int end) {
        String text = range.values().get(end);
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : end == 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private boolean isEmpty(ObjectName table, List<String> columns) {
        return columns.stream().anyMatch(column -> emptyColumns.contains(List.of(table, column)));
    }

    private Optional<Hazard> unique(ObjectName table, Index index) {
        List<String> keys = index.keys().stream()
                .map(key -> key.isColumn()
                        ? sql.quote(key.expression().declared())
                        : key.expression().declared())
                .toList();
        List<String> columns = index.keys().stream()
                .filter(IndexKey::isColumn)
                .map(key -> key.expression().declared())
                .toList();
        String where = index.predicate() == null ? "" : index.predicate().declared();
        return index.nullsDistinct() && isEmpty(table, columns)
                ? Optional.empty()
                : duplicates("add-unique", "Unique index '" + index.name() + "'", table, keys, where);
    }

    private Optional<Hazard> duplicates(String code, String what, ObjectName table, List<String> keys, String where) {
        String list = String.join(", ", keys);
        return hazard(
                code,
                what + " on '" + table + "' fails when rows have the same values, which are: select " + list
                        + ", count(*) from " + sql.quote(table) + (where.isEmpty() ? "" : " where " + where)
                        + " group by "
                        + list + " having count(*) > 1;");
    }

    private static Optional<Hazard> hazard(String code, String message) {
        return Optional.of(new Hazard(code, false, message));
    }

    /** The rows that break a constraint. */
    private final class Broken implements Constraint.Visitor<Optional<Hazard>> {

        private final ObjectName table;

        Broken(ObjectName table) {
            this.table = table;
        }

        @Override
        public Optional<Hazard> primaryKey(PrimaryKey key) {
            return duplicates("add-primary-key", "The primary key", table, quoted(key.columns()), "");
        }

        @Override
        public Optional<Hazard> unique(UniqueConstraint key) {
            if (key.nullsDistinct() && isEmpty(table, key.columns())) {
                return Optional.empty();
            }
            String where = key.nullsDistinct()
                    ? quoted(key.columns()).stream()
                            .map(name -> name + " is not null")
                            .collect(joining(" and "))
                    : "";
            return duplicates(
                    "add-unique", "Unique constraint '" + key.name() + "'", table, quoted(key.columns()), where);
        }

        @Override
        public Optional<Hazard> foreignKey(ForeignKey key) {
            if (isEmpty(table, key.columns())) {
                return Optional.empty();
            }
            List<String> columns = quoted(key.columns());
            List<String> targets = quoted(key.targetColumns());
            String matches = IntStream.range(0, columns.size())
                    .mapToObj(i -> "target." + targets.get(i) + " = source." + columns.get(i))
                    .collect(joining(" and "));
            return hazard(
                    "add-foreign-key",
                    "Foreign key '" + key.name() + "' of '" + table + "' fails when rows refer to none of '"
                            + key.target()
                            + "', which are: select * from " + sql.quote(table) + " source where "
                            + columns.stream()
                                    .map(name -> "source." + name + " is not null")
                                    .collect(joining(" and "))
                            + " and not exists (select from " + sql.quote(key.target()) + " target where " + matches
                            + ");");
        }

        @Override
        public Optional<Hazard> check(CheckConstraint check) {
            ValueCheck values = ValueCheck.of(check.expression().declared());
            if (check.options().contains("not valid")
                    || isOfAddedColumn(check)
                    || (values != null && converted.contains(List.of(table, values.column())))) {
                return Optional.empty();
            }
            return hazard(
                    "add-check",
                    "Check '" + check.name() + "' of '" + table
                            + "' fails when rows do not hold it, which are: select * from " + sql.quote(table)
                            + " where not (" + check.expression().declared() + ");");
        }

        @Override
        public Optional<Hazard> exclusion(ExclusionConstraint constraint) {
            return hazard(
                    "add-exclusion",
                    "Exclusion constraint '" + constraint.name() + "' of '" + table
                            + "' fails when rows are in each other's way.");
        }

        /** What a new column holds, this very plan says. */
        private boolean isOfAddedColumn(CheckConstraint check) {
            return addedColumns.stream()
                    .anyMatch(added -> added.table().equals(table)
                            && check.expression().mentions(added.column().name()));
        }

        private List<String> quoted(List<String> columns) {
            return columns.stream().map(sql::quote).toList();
        }
    }
}
