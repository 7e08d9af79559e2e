package dev.aludel.dialect.postgresql.hazard;

import static java.util.stream.Collectors.joining;

import dev.aludel.hazard.Forecast;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.hazard.Impact;
import dev.aludel.schema.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The locks of a transaction, which are held until its end: a moment's lock on one table lasts as long as the work that follows on
 * another one. It is told once, where that work begins.
 */
final class HeldLocks {

    private static final int NAMED = 3;

    private final Set<ObjectName> held = new LinkedHashSet<>();
    private boolean told;

    /** The forecasts of one transaction, in order. */
    static List<Forecast> over(List<Forecast> forecasts) {
        HeldLocks locks = new HeldLocks();
        return forecasts.stream().map(locks::next).toList();
    }

    private Forecast next(Forecast forecast) {
        List<Hazard> hazards = new ArrayList<>(forecast.hazards());
        forecast.hazards().stream()
                .filter(hazard -> hazard.kind().kind() == HazardCode.Kind.BLOCKS)
                .findFirst()
                .ifPresent(work -> hazards.addAll(during(work, forecast.impacts())));
        forecast.impacts().stream()
                .filter(impact -> impact.lock().blocksWriters())
                .forEach(impact -> held.add(impact.table()));
        return new Forecast(forecast.operation(), forecast.impacts(), hazards);
    }

    private List<Hazard> during(Hazard work, List<Impact> impacts) {
        List<ObjectName> others = held.stream()
                .filter(table ->
                        impacts.stream().noneMatch(impact -> impact.table().equals(table)))
                .toList();
        if (told || others.isEmpty()) {
            return List.of();
        }
        told = true;
        return List.of(hazard(work.object(), others));
    }

    static Hazard hazard(ObjectName worked, Collection<ObjectName> others) {
        String names =
                others.stream().limit(NAMED).map(table -> "'" + table + "'").collect(joining(", "));
        String more = others.size() > NAMED ? " and " + (others.size() - NAMED) + " more" : "";
        return Hazard.of(
                HazardCode.LOCK_HELD,
                worked,
                "Earlier statements of the revision lock %s%s, and while it works on '%s' their writers wait as well."
                        .formatted(names, more, worked),
                "Put the work on '%s' into a revision of its own.".formatted(worked));
    }
}
