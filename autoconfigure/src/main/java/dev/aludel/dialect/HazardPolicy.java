package dev.aludel.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How severe a hazard is: as its code is set, else as {@code default} is set, else a warning; but where nobody reviews the
 * revision before it runs, what loses rows fails.
 */
public final class HazardPolicy {

    private final Map<String, Severity> severities;

    public HazardPolicy(Map<String, Severity> severities) {
        this.severities = severities.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> plain(entry.getKey()), Map.Entry::getValue, (first, second) -> second));
    }

    /** All hazards are warnings. */
    public static HazardPolicy warning() {
        return new HazardPolicy(Map.of());
    }

    /** How severe a hazard is in a revision that nobody reviews. */
    public Severity ofUnreviewed(Hazard hazard) {
        return of(hazard.kind(), hazard.losesRows() ? Severity.FAIL : Severity.WARN);
    }

    /** How severe a kind is in a revision that somebody has read. */
    public Severity of(HazardCode code) {
        return of(code, Severity.WARN);
    }

    private Severity of(HazardCode code, Severity unset) {
        return severities.getOrDefault(plain(code.code()), severities.getOrDefault("default", unset));
    }

    /** Whether any kind is set to fail. */
    public boolean mayFail() {
        return severities.containsValue(Severity.FAIL);
    }

    /** An environment variable such as {@code ALUDEL_HAZARDS_DROPCOLUMN} cannot spell {@code drop-column}. */
    private static String plain(String code) {
        return code.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}
