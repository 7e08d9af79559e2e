package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.HazardRules;
import dev.aludel.dialect.ObservedEffects;
import dev.aludel.dialect.postgresql.conversion.Conversion;
import dev.aludel.dialect.postgresql.conversion.Effect;
import dev.aludel.hazard.Forecast;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.hazard.Impact;
import dev.aludel.hazard.Impact.Work;
import dev.aludel.hazard.Situation;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The hazards on PostgreSQL: each family looks at the operations that matter to it, within the whole plan. */
public final class PostgresHazardRules implements HazardRules {

    @Override
    public List<Forecast> forecast(List<Operation> plan, Collection<SchemaObject> unmanaged, Situation situation) {
        return forecast(plan, plan, unmanaged, situation);
    }

    private static List<Forecast> forecast(
            List<Operation> plan, List<Operation> whole, Collection<SchemaObject> unmanaged, Situation situation) {
        PlannedRows rows = new PlannedRows(plan);
        Impacts impacts = new Impacts(situation);
        Set<SchemaObject> foreign = Set.copyOf(unmanaged);
        List<Operation.Visitor<List<Hazard>>> families = List.of(
                new BlockingRules(rows, situation),
                new LossRules(rows),
                new GuaranteeRules(new PlannedGuarantees(whole), GuaranteeRules.indexes(foreign)),
                new ForeignRules(rows, foreign));
        return HeldLocks.over(plan.stream()
                .map(operation ->
                        new Forecast(operation, known(operation.accept(impacts), rows), hazards(operation, families)))
                .toList());
    }

    @Override
    public Optional<String> irreversible(Operation operation) {
        return operation.accept(new WayBack());
    }

    @Override
    public List<Hazard> traced(
            List<Operation> operations, List<Operation> whole, ObservedEffects deeds, Situation situation) {
        Set<ObjectName> zoned = operations.stream()
                .flatMap(operation -> operation.accept(new ZonedTables()).stream())
                .collect(Collectors.toSet());
        return new TraceRules(deeds, zoned, new PlannedRows(operations), situation)
                .of(forecast(operations, whole, List.of(), situation).stream()
                        .flatMap(forecast -> forecast.hazards().stream())
                        .toList());
    }

    /** On what was there before, and under the name that it had then. What a new table refers to is locked, but not looked at. */
    private static List<Impact> known(List<Impact> impacts, PlannedRows rows) {
        boolean made = impacts.stream().anyMatch(impact -> rows.isNew(impact.table()));
        return impacts.stream()
                .filter(impact -> !rows.isNew(impact.table()))
                .map(impact -> new Impact(rows.before(impact.table()), impact.lock(), made ? Work.NONE : impact.work()))
                .distinct()
                .toList();
    }

    /** Several reasons for one and the same hazard are told together. */
    private static List<Hazard> hazards(Operation operation, List<Operation.Visitor<List<Hazard>>> families) {
        List<Hazard> hazards = new ArrayList<>();
        Map<HazardCode, Integer> blocking = new EnumMap<>(HazardCode.class);
        families.stream().flatMap(family -> operation.accept(family).stream()).forEach(hazard -> {
            Integer at = blocking.get(hazard.kind());
            if (at != null) {
                hazards.set(at, hazards.get(at).and(hazard));
                return;
            }
            if (hazard.kind().kind() == HazardCode.Kind.BLOCKS) {
                blocking.put(hazard.kind(), hazards.size());
            }
            hazards.add(hazard);
        });
        return hazards;
    }

    /** The tables in which times get or lose their zone. */
    private static final class ZonedTables extends PartialVisitor<Set<ObjectName>> {

        @Override
        protected Set<ObjectName> other(Operation operation) {
            return Set.of();
        }

        @Override
        public Set<ObjectName> alterColumn(AlterColumn operation) {
            return Conversion.between(operation.before(), operation.after()).has(Effect.ASSUMES_ZONE)
                    ? Set.of(operation.table())
                    : Set.of();
        }
    }
}
