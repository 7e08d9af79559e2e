package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.UniqueConstraint;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a plan no longer guarantees: rows that break a constraint which is gone stop the way back, and queries that used an index slow
 * down. What goes along with its column or table, and what something as strict takes the place of, is none.
 */
final class GuaranteeRules extends PartialVisitor<List<Hazard>> {

    private final PostgresRenderer sql = new PostgresRenderer();
    private final BreakingRows breaking = new BreakingRows(sql);
    private final PlannedGuarantees plan;
    private final Set<ObjectName> foreign;

    /** @param foreign the indexes that are not Aludel's, of which {@link ForeignRules} tells */
    GuaranteeRules(PlannedGuarantees plan, Set<ObjectName> foreign) {
        this.plan = plan;
        this.foreign = foreign;
    }

    @Override
    protected List<Hazard> other(Operation operation) {
        return List.of();
    }

    @Override
    public List<Hazard> dropConstraint(DropConstraint operation) {
        return plan.keeps(operation) ? List.of() : operation.constraint().accept(new Gone(operation.table()));
    }

    @Override
    public List<Hazard> dropIndex(DropIndex operation) {
        Index index = operation.index();
        ObjectName table = operation.table();
        if (plan.keeps(operation) || foreign.contains(table.sibling(index.name().text()))) {
            return List.of();
        }
        if (index.unique()) {
            List<String> keys = index.keys().stream()
                    .map(key -> key.isColumn()
                            ? sql.quote(key.expression().declared())
                            : key.expression().declared())
                    .toList();
            String where = index.predicate() == null ? "" : index.predicate().declared();
            return List.of(unique(table, "unique index '" + index.name() + "'", keys, where));
        }
        return List.of(hazard(
                HazardCode.DROP_INDEX,
                table,
                "Dropping index '%s' on '%s' slows down the queries that use it; a downgrade builds it again."
                        .formatted(index.name(), table),
                "See first that none does: select idx_scan from pg_stat_user_indexes where indexrelname = %s;"
                        .formatted(Identifiers.literal(index.name().text()))));
    }

    private Hazard unique(ObjectName table, String what, List<String> keys, String where) {
        String list = String.join(", ", keys);
        return hazard(
                HazardCode.DROP_UNIQUE,
                table,
                "Dropping %s of '%s' lets rows have the same values; once some do, a downgrade fails."
                        .formatted(what, table),
                "Before a downgrade find them: select %s, count(*) %s;"
                        .formatted(list, breaking.duplicates(table, keys, where)));
    }

    private static Hazard hazard(HazardCode code, ObjectName table, String message, String safe) {
        return Hazard.of(code, table, message, safe).withLoss(false);
    }

    private final class Gone implements Constraint.Visitor<List<Hazard>> {

        private final ObjectName table;

        Gone(ObjectName table) {
            this.table = table;
        }

        @Override
        public List<Hazard> primaryKey(PrimaryKey key) {
            List<String> keys = breaking.quoted(key.columns());
            return List.of(hazard(
                    HazardCode.DROP_PRIMARY_KEY,
                    table,
                    "Dropping the primary key of '%s' lets rows have the same values; once some do, a downgrade fails."
                            .formatted(table),
                    "Before a downgrade find them: select %s, count(*) %s;"
                            .formatted(String.join(", ", keys), breaking.duplicates(table, keys, ""))));
        }

        @Override
        public List<Hazard> unique(UniqueConstraint key) {
            return List.of(GuaranteeRules.this.unique(
                    table,
                    "unique constraint '" + key.name() + "'",
                    breaking.quoted(key.columns()),
                    breaking.compared(key)));
        }

        @Override
        public List<Hazard> foreignKey(ForeignKey key) {
            return List.of(hazard(
                    HazardCode.DROP_FOREIGN_KEY,
                    table,
                    "Dropping foreign key '%s' of '%s' lets rows refer to none of '%s'; once some do, a downgrade fails."
                            .formatted(key.name(), table, key.target()),
                    "Before a downgrade find them: select * from %s;".formatted(breaking.orphans(table, key))));
        }

        @Override
        public List<Hazard> check(CheckConstraint check) {
            return List.of(hazard(
                    HazardCode.DROP_CHECK,
                    table,
                    "Dropping check '%s' of '%s' lets rows have values that it forbids; once some do, a downgrade fails."
                            .formatted(check.name(), table),
                    "Before a downgrade find them: select * from %s;".formatted(breaking.violations(table, check))));
        }

        @Override
        public List<Hazard> exclusion(ExclusionConstraint constraint) {
            return List.of();
        }
    }

    /** The names of indexes among objects. */
    static Set<ObjectName> indexes(Set<SchemaObject> objects) {
        return objects.stream()
                .filter(object -> object.kind() == SchemaObject.Kind.INDEX)
                .map(SchemaObject::name)
                .collect(Collectors.toSet());
    }
}
