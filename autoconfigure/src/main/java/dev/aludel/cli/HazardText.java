package dev.aludel.cli;

import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.schema.ObjectName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints hazards for a terminal: one line each with the remedy indented below it, and one line for many of the same kind. What is known
 * to concern no row is left out; scripts, JSON and SARIF hold all.
 */
final class HazardText {

    /** So many of a kind are one line. */
    private static final int MANY = 4;

    /** So many names stand for all. */
    private static final int NAMED = 3;

    /** The kinds that a plan for a database which is written to meanwhile has another way for. */
    private static final Set<HazardCode> ONLINE = EnumSet.of(
            HazardCode.CREATE_INDEX,
            HazardCode.ADD_PRIMARY_KEY,
            HazardCode.ADD_UNIQUE,
            HazardCode.ADD_FOREIGN_KEY,
            HazardCode.ADD_CHECK,
            HazardCode.SET_NOT_NULL,
            HazardCode.ALTER_COLUMN_TYPE,
            HazardCode.VOLATILE_DEFAULT);

    private HazardText() {}

    /**
     * The lines.
     *
     * @param small tables where nobody waits for long
     * @param online whether the plan is such a one already
     */
    static List<String> of(List<Hazard> hazards, Set<ObjectName> small, boolean online) {
        Map<HazardCode, List<Hazard>> kinds = hazards.stream()
                .filter(hazard -> !isHarmless(hazard, small))
                .collect(Collectors.groupingBy(Hazard::kind, LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        kinds.forEach((kind, same) -> {
            if (same.size() < MANY) {
                same.forEach(hazard -> one(hazard, online, lines));
            } else {
                many(kind, same, online, lines);
            }
        });
        return lines;
    }

    /** Whether nobody waits for long, or somebody counted and found no row concerned. */
    private static boolean isHarmless(Hazard hazard, Set<ObjectName> small) {
        Long rows = hazard.rows();
        return hazard.kind().kind() == HazardCode.Kind.BLOCKS
                ? small.contains(hazard.object()) && (rows == null || rows == 0)
                : rows != null && rows == 0;
    }

    private static void one(Hazard hazard, boolean online, List<String> lines) {
        lines.add("Hazard " + hazard.code() + ": " + hazard.message());
        remedy(hazard.kind(), hazard.safe(), online, lines);
    }

    private static void many(HazardCode kind, List<Hazard> same, boolean online, List<String> lines) {
        List<String> names = same.stream()
                .map(hazard -> "'" + hazard.object() + "'")
                .distinct()
                .toList();
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        int others = names.size() - NAMED;
        lines.add("Hazard %s, %d times: %s (%s%s)."
                .formatted(
                        kind.code(), same.size(), kind.meaning(), first, others > 0 ? " and " + others + " more" : ""));
        remedy(kind, "", online, lines);
    }

    private static void remedy(HazardCode kind, String safe, boolean online, List<String> lines) {
        if (!online && ONLINE.contains(kind)) {
            lines.add("    Plan it online: aludel revision --autogenerate --online");
        }
        if (!safe.isEmpty()) {
            lines.add("    " + safe);
        }
    }
}
