package dev.aludel.dialect.postgresql.hazard;

import static java.util.stream.Collectors.joining;

import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.dialect.postgresql.text.ValueCheck;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintKind;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.Validity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

    /** Whether the numbers that rows hold for the constants of an enum may mean others now: none tells which meant what before. */
    Optional<Hazard> reordered(AddConstraint added) {
        return ConstraintKind.check(added.constraint())
                .filter(check ->
                        !rows.isNew(added.table()) && !check.constants().isEmpty())
                .flatMap(check -> Optional.ofNullable(
                                ValueCheck.of(check.expression().declared()))
                        .filter(now -> now.range()
                                && rows.predecessor(added.table(), now)
                                        .filter(before -> !before.values().equals(now.values()))
                                        .isPresent())
                        .map(now -> reordered(added.table(), now, check.constants())));
    }

    private Hazard reordered(ObjectName table, ValueCheck now, List<String> constants) {
        String numbers = IntStream.range(0, constants.size())
                .mapToObj(ordinal -> constants.get(ordinal) + " = " + ordinal)
                .collect(joining(", "));
        ValueCheck before = rows.predecessor(table, now).orElse(now);
        String column = sql.quote(now.column());
        return Hazard.of(
                HazardCode.REORDER_ENUM,
                table,
                "The rows of column '%s.%s' keep their numbers, which were %s to %s and mean now: %s. Where a constant came or went before others, those rows mean another one from now on."
                        .formatted(
                                table,
                                now.column(),
                                before.values().get(0),
                                before.values().get(1),
                                numbers),
                "Add constants at the end, or renumber the rows in this revision, between the two checks: update %s set %s = case %s when ... then ... else %s end; or keep names: @Enumerated(EnumType.STRING)."
                        .formatted(sql.quote(table), column, column, column));
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
                    .map(hazard -> hazard.asking(
                            "select count(*) from " + orphans, "refer to none", List.of(table, key.target())));
        }

        @Override
        public Optional<Hazard> check(CheckConstraint check) {
            ValueCheck values = ValueCheck.of(check.expression().declared());
            if (!check.validity().isChecked()
                    || rows.isOfAddedColumn(table, check)
                    || (values != null && rows.isConverted(table, values.column()))) {
                return Optional.empty();
            }
            String others = broken(check, values);
            return hazard(
                            HazardCode.ADD_CHECK,
                            table,
                            "Check '" + check.name() + "' of '" + table + "' " + (values == null ? "" : changed(values))
                                    + "fails when rows do not hold it, which are: select * from " + others + ";"
                                    + (values == null ? "" : renamed(values)))
                    .map(hazard -> hazard.asking("select count(*) from " + others, "do not hold it"));
        }

        /** Rows that break a check: those with a value that it does not allow any more, where another check allowed it before. */
        private String broken(CheckConstraint check, @Nullable ValueCheck values) {
            Optional<ValueSets> sets = values == null ? Optional.empty() : sets(values);
            return sets.filter(known -> !known.gone().isEmpty())
                    .map(known -> sql.quote(table) + " where "
                            + sql.quote(Objects.requireNonNull(values).column()) + " in ("
                            + String.join(", ", known.gone()) + ")")
                    .orElseGet(() -> breaking.violations(table, check));
        }

        /** The values that went and came in place of two long lists. */
        private String changed(ValueCheck now) {
            return sets(now)
                    .map(sets -> (sets.gone().isEmpty() ? "" : "no longer allows " + String.join(", ", sets.gone()))
                            + (sets.come().isEmpty()
                                    ? ""
                                    : (sets.gone().isEmpty() ? "" : ", but ") + "allows "
                                            + String.join(", ", sets.come()))
                            + ": it ")
                    .orElse("");
        }

        private Optional<ValueSets> sets(ValueCheck now) {
            return now.range()
                    ? Optional.empty()
                    : rows.predecessor(table, now).map(before -> new ValueSets(before.values(), now.values()));
        }

        /** Values that go while others come may be the same under another name, such as that of a class in its hierarchy. */
        private String renamed(ValueCheck now) {
            Map<String, String> likely = sets(now).map(ValueSets::likely).orElse(Map.of());
            String column = sql.quote(now.column());
            return likely.entrySet().stream()
                    .filter(pair ->
                            pair.getKey().startsWith("'") && pair.getValue().startsWith("'"))
                    .map(pair ->
                            " If %1$s is called %2$s now, write the revision with --rename %5$s.%6$s.%7$s=%8$s, or carry its rows over between the two checks: update %3$s set %4$s = %2$s where %4$s = %1$s;"
                                    .formatted(
                                            pair.getKey(),
                                            pair.getValue(),
                                            sql.quote(table),
                                            column,
                                            table,
                                            now.column(),
                                            plain(pair.getKey()),
                                            plain(pair.getValue())))
                    .collect(joining());
        }

        private static String plain(String literal) {
            return literal.substring(1, literal.length() - 1).replace("''", "'");
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
