package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.ObservedEffects;
import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.hazard.HazardCode.Kind;
import dev.aludel.hazard.Impact;
import dev.aludel.hazard.Impact.Work;
import dev.aludel.hazard.Situation;
import dev.aludel.schema.ObjectName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was seen has the last word: of what a change of the catalogue may block, that is told which did; and what was seen to block
 * without such a change is told as such.
 */
final class TraceRules {

    private static final Set<HazardCode> TOLD_OTHERWISE = EnumSet.of(HazardCode.LOCK_HELD, HazardCode.BACKFILL);

    private static final Set<HazardCode> VALIDATED = EnumSet.of(HazardCode.ADD_CHECK, HazardCode.ADD_FOREIGN_KEY);

    private final ObservedEffects deeds;
    private final Set<ObjectName> zoned;
    private final BlockedSessions blocked;
    private final List<Hazard> hazards = new ArrayList<>();

    /** @param zoned the tables in which times get or lose a zone, which is work in every zone but UTC */
    TraceRules(ObservedEffects deeds, Set<ObjectName> zoned, PlannedRows rows, Situation situation) {
        this.deeds = deeds;
        this.zoned = Set.copyOf(zoned);
        this.blocked = new BlockedSessions(new PostgresRenderer(), rows, situation);
    }

    /**
     * The hazards of a statement.
     *
     * @param forecast what its changes of the catalogue may be
     */
    List<Hazard> of(List<Hazard> forecast) {
        forecast.stream()
                .filter(hazard -> hazard.kind().kind() != Kind.BLOCKS || isSeen(hazard))
                .forEach(hazards::add);
        deeds.truncated().stream().map(TraceRules::truncated).forEach(hazards::add);
        deeds.impacts().values().stream()
                .sorted((one, other) -> one.table().compareTo(other.table()))
                .filter(impact -> !blocked.isSmall(impact.table()))
                .forEach(this::unexplained);
        held();
        return List.copyOf(hazards);
    }

    private boolean isSeen(Hazard hazard) {
        boolean validates =
                VALIDATED.contains(hazard.kind()) && deeds.validated().contains(hazard.object());
        boolean worked = deeds.blocks(hazard.object())
                || (hazard.kind() == HazardCode.ALTER_COLUMN_TYPE && zoned.contains(hazard.object()));
        return !TOLD_OTHERWISE.contains(hazard.kind()) && !validates && worked;
    }

    private void unexplained(Impact impact) {
        ObjectName table = impact.table();
        boolean told = hazards.stream()
                .anyMatch(hazard -> hazard.object().equals(table)
                        && (hazard.kind().kind() == Kind.BLOCKS || hazard.kind() == HazardCode.ADD_NOT_NULL_COLUMN));
        if (told || impact.work() == Work.NONE) {
            return;
        }
        if (deeds.refreshed().contains(table)) {
            if (impact.lock().blocksReaders()) {
                hazards.add(blocked.all(
                        HazardCode.REWRITE_TABLE,
                        table,
                        "Refreshing the materialized view",
                        "while its query runs",
                        "With a unique index it can be read meanwhile: refresh materialized view concurrently %s;"
                                .formatted(new PostgresRenderer().quote(table))));
            }
        } else if (impact.work() == Work.REWRITE) {
            hazards.add(blocked.all(
                    HazardCode.REWRITE_TABLE,
                    table,
                    "The statement",
                    "while the table and its indexes are written anew",
                    "Copy its rows in batches, or do it while nobody uses the table."));
        } else if (deeds.changed().contains(table)) {
            hazards.add(blocked.changes(
                    table, "The statement", "Change them in batches by ranges of the key, in a revision of its own."));
        } else if (deeds.validated().contains(table) && impact.lock().blocksWriters()) {
            hazards.add(waiting(
                    HazardCode.VALIDATE_CONSTRAINT,
                    impact,
                    "Validating a constraint under a lock that the revision took before",
                    "Validate it in a revision of its own: there it keeps nobody waiting."));
        } else if (impact.lock().blocksWriters() && !isLookedUp(table)) {
            hazards.add(waiting(
                    HazardCode.SCAN_TABLE,
                    impact,
                    "The statement, or one before it that locked the table,",
                    "Put what reads the table and what locks it into two revisions."));
        }
    }

    /** The other table of a foreign key is named where the key is told of. */
    private boolean isLookedUp(ObjectName table) {
        return hazards.stream()
                .anyMatch(hazard -> hazard.kind() == HazardCode.ADD_FOREIGN_KEY
                        && hazard.message().contains("'" + table + "'"));
    }

    private Hazard waiting(HazardCode code, Impact impact, String what, String safe) {
        return impact.lock().blocksReaders()
                ? blocked.all(code, impact.table(), what, "while every row is read", safe)
                : blocked.writes(code, impact.table(), what, "while every row is read", safe);
    }

    private void held() {
        hazards.stream()
                .filter(hazard -> hazard.kind().kind() == Kind.BLOCKS)
                .findFirst()
                .ifPresent(work -> {
                    Set<ObjectName> others = new TreeSet<>(deeds.held());
                    others.remove(work.object());
                    if (!others.isEmpty()) {
                        hazards.add(HeldLocks.hazard(work.object(), others));
                    }
                });
    }

    private static Hazard truncated(ObjectName table) {
        String name = new PostgresRenderer().quote(table);
        return Hazard.of(
                        HazardCode.TRUNCATE_TABLE,
                        table,
                        "Truncating table '" + table + "' loses all its rows, and no downgrade brings them back.",
                        "If they may be needed, keep them first: create table %s as table %s;"
                                .formatted(new PostgresRenderer().quote(table.sibling(table.name() + "_kept")), name))
                .asking("select count(*) from " + name, "are lost");
    }
}
