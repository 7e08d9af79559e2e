package dev.aludel.dialect.postgresql.hazard;

import static java.util.stream.Collectors.joining;

import dev.aludel.dialect.postgresql.render.Definitions;
import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;

/** Who waits for a constraint that comes, until the last row is looked at. */
final class BlockingConstraints implements Constraint.Visitor<Optional<Hazard>> {

    private final PostgresRenderer sql;
    private final Definitions definitions;
    private final ObjectName table;
    private final BlockedSessions blocked;

    BlockingConstraints(PostgresRenderer sql, ObjectName table, BlockedSessions blocked) {
        this.sql = sql;
        this.definitions = new Definitions(sql);
        this.table = table;
        this.blocked = blocked;
    }

    @Override
    public Optional<Hazard> primaryKey(PrimaryKey key) {
        return Optional.of(blocked.all(
                HazardCode.ADD_PRIMARY_KEY,
                table,
                "Adding the primary key" + named(key),
                "while its index is built",
                byIndex(key, "primary key", key.columns(), "")));
    }

    @Override
    public Optional<Hazard> unique(UniqueConstraint key) {
        return Optional.of(blocked.all(
                HazardCode.ADD_UNIQUE,
                table,
                "Adding unique constraint" + named(key),
                "while its index is built",
                byIndex(key, "unique", key.columns(), key.nullsDistinct() ? "" : " nulls not distinct")));
    }

    private static String named(Constraint constraint) {
        return constraint.name().isUnnamed() ? "" : " '" + constraint.name() + "'";
    }

    private String byIndex(Constraint constraint, String kind, List<String> columns, String nulls) {
        String name = sql.quote(
                constraint.name().isUnnamed()
                        ? table.name() + "_key"
                        : constraint.name().text());
        return "Build the index beside them, in a revision of its own with the header 'transactional: false', and take it: create unique index concurrently %s on %s (%s)%s; %sadd constraint %s %s using index %s;"
                .formatted(
                        name,
                        sql.quote(table),
                        columns.stream().map(sql::quote).collect(joining(", ")),
                        nulls,
                        sql.alter(table),
                        name,
                        kind,
                        name);
    }

    @Override
    public Optional<Hazard> foreignKey(ForeignKey key) {
        if (!key.validity().isChecked()) {
            return Optional.empty();
        }
        String others = key.target().equals(table) ? "" : " and " + blocked.sized(key.target());
        return Optional.of(Hazard.of(
                HazardCode.ADD_FOREIGN_KEY,
                table,
                "Adding foreign key%s blocks writes to %s%s while every row of '%s' is looked up."
                        .formatted(named(key), blocked.sized(table), others, table),
                validated(key)));
    }

    @Override
    public Optional<Hazard> check(CheckConstraint check) {
        return !check.validity().isChecked()
                ? Optional.empty()
                : Optional.of(blocked.all(
                        HazardCode.ADD_CHECK,
                        table,
                        "Adding check" + named(check),
                        "while every row is checked",
                        validated(check)));
    }

    private String validated(Constraint constraint) {
        return "Add it without a look at the rows, and validate it in a revision of its own: %sadd %s not valid; then: %svalidate constraint %s;"
                .formatted(
                        sql.alter(table),
                        definitions.constraint(constraint),
                        sql.alter(table),
                        sql.quote(constraint.name().text()));
    }

    @Override
    public Optional<Hazard> exclusion(ExclusionConstraint constraint) {
        return Optional.of(blocked.all(
                HazardCode.ADD_EXCLUSION,
                table,
                "Adding exclusion constraint" + named(constraint),
                "while its index is built",
                "There is no way to build it beside them: do it while nobody uses the table."));
    }
}
