package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.Hazard;
import dev.aludel.dialect.HazardCode;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a plan asks of the rows that are there: a constraint that some of them break stops the upgrade. A table or column that the plan
 * makes has none, and what it only takes down for a while they hold already.
 */
final class ConstraintHazards {

    private final PostgresRenderer sql;
    private final BreakingRows breaking;
    private final PlannedRows rows;

    ConstraintHazards(PostgresRenderer sql, PlannedRows rows) {
        this.sql = sql;
        this.breaking = new BreakingRows(sql);
        this.rows = rows;
    }

    /** What the rows must hold for a constraint that comes. */
    Optional<Hazard> of(AddConstraint added) {
        return rows.isNew(added.table()) || rows.wasThere(added)
                ? Optional.empty()
                : added.constraint().accept(new Broken(added.table()));
    }

    /** What the rows must hold for a constraint that is validated, unless the plan gives them what it asks for. */
    Optional<Hazard> of(ValidateConstraint validated) {
        Constraint constraint = validated.constraint() instanceof CheckConstraint check
                ? check.withValidity(Validity.VALID)
                : validated.constraint();
        return rows.isFilled(validated.table()) ? Optional.empty() : constraint.accept(new Broken(validated.table()));
    }

    Optional<Hazard> of(CreateIndex created) {
        return !created.index().unique() || rows.isNew(created.table()) || rows.wasThere(created)
                ? Optional.empty()
                : unique(created.table(), created.index());
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
        return index.nullsDistinct() && rows.isEmpty(table, columns)
                ? Optional.empty()
                : duplicates(HazardCode.ADD_UNIQUE, "Unique index '" + index.name() + "'", table, keys, where);
    }

    private Optional<Hazard> duplicates(
            HazardCode code, String what, ObjectName table, List<String> keys, String where) {
        String list = String.join(", ", keys);
        String groups = breaking.duplicates(table, keys, where);
        return hazard(
                        code,
                        table,
                        what + " on '" + table + "' fails when rows have the same values, which are: select " + list
                                + ", count(*) " + groups + ";")
                .map(hazard ->
                        hazard.asking(BreakingRows.countOfDuplicates(groups), "have the same values as another"));
    }

    private static Optional<Hazard> hazard(HazardCode code, ObjectName table, String message) {
        return Optional.of(Hazard.of(code, table, message, ""));
    }

    /** The rows that break a constraint. */
    private final class Broken implements Constraint.Visitor<Optional<Hazard>> {

        private final ObjectName table;

        Broken(ObjectName table) {
            this.table = table;
        }

        @Override
        public Optional<Hazard> primaryKey(PrimaryKey key) {
            return duplicates(HazardCode.ADD_PRIMARY_KEY, "The primary key", table, breaking.quoted(key.columns()), "");
        }

        @Override
        public Optional<Hazard> unique(UniqueConstraint key) {
            if (key.nullsDistinct() && rows.isEmpty(table, key.columns())) {
                return Optional.empty();
            }
            return duplicates(
                    HazardCode.ADD_UNIQUE,
                    "Unique constraint '" + key.name() + "'",
                    table,
                    breaking.quoted(key.columns()),
                    breaking.compared(key));
        }

        @Override
        public Optional<Hazard> foreignKey(ForeignKey key) {
            if (!key.validity().isChecked() || rows.isEmpty(table, key.columns())) {
                return Optional.empty();
            }
            String orphans = breaking.orphans(table, key);
            return hazard(
                            HazardCode.ADD_FOREIGN_KEY,
                            table,
                            "Foreign key '" + key.name() + "' of '" + table + "' fails when rows refer to none of '"
                                    + key.target() + "', which are: select * from " + orphans + ";")
                    .map(hazard -> hazard.asking("select count(*) from " + orphans, "refer to none"));
        }

        @Override
        public Optional<Hazard> check(CheckConstraint check) {
            ValueCheck values = ValueCheck.of(check.expression().declared());
            if (!check.validity().isChecked()
                    || rows.isOfAddedColumn(table, check)
                    || (values != null && rows.isConverted(table, values.column()))) {
                return Optional.empty();
            }
            String others = breaking.violations(table, check);
            return hazard(
                            HazardCode.ADD_CHECK,
                            table,
                            "Check '" + check.name() + "' of '" + table
                                    + "' fails when rows do not hold it, which are: select * from " + others + ";"
                                    + (values == null ? "" : renamed(values)))
                    .map(hazard -> hazard.asking("select count(*) from " + others, "do not hold it"));
        }

        /** Values that go while others come may be the same under another name, such as that of a class in its hierarchy. */
        private String renamed(ValueCheck now) {
            ValueCheck before = rows.predecessor(table, now).orElse(now);
            List<String> gone = new ArrayList<>(before.values());
            gone.removeAll(now.values());
            List<String> come = new ArrayList<>(now.values());
            come.removeAll(before.values());
            if (now.range() || gone.isEmpty() || come.isEmpty()) {
                return "";
            }
            String column = sql.quote(now.column());
            boolean alone = gone.size() == 1 && come.size() == 1;
            return " If %s is called %s now, carry its rows over between the two checks: update %s set %s = %s where %s = %s;"
                    .formatted(
                            String.join(" or ", gone),
                            String.join(" or ", come),
                            sql.quote(table),
                            column,
                            alone ? come.get(0) : "...",
                            column,
                            alone ? gone.get(0) : "...");
        }

        @Override
        public Optional<Hazard> exclusion(ExclusionConstraint constraint) {
            return hazard(
                    HazardCode.ADD_EXCLUSION,
                    table,
                    "Exclusion constraint '" + constraint.name() + "' of '" + table
                            + "' fails when rows are in each other's way.");
        }
    }
}
