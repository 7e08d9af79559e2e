package dev.aludel.hazard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How severe a hazard is: as its code is set, else as {@code default} is set, else a warning; but where nobody reviews the
 * revision before it runs, what loses rows fails.
 */
public final class HazardPolicy {

    private static final String DEFAULT = "default";

    private static final Set<String> KNOWN =
            codes().stream().map(HazardPolicy::plain).collect(Collectors.toUnmodifiableSet());

    private final Map<String, Severity> severities;

    /** @throws UnknownHazardException where a code is none */
    public HazardPolicy(Map<String, Severity> severities) {
        severities.keySet().stream()
                .filter(code -> !KNOWN.contains(plain(code)))
                .findFirst()
                .ifPresent(code -> {
                    throw new UnknownHazardException(code);
                });
        this.severities = severities.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> plain(entry.getKey()), Map.Entry::getValue, (first, second) -> second));
    }

    /** All that a severity can be given to: {@code default} and the code of each hazard. */
    public static List<String> codes() {
        return Stream.concat(Stream.of(DEFAULT), Stream.of(HazardCode.values()).map(HazardCode::code))
                .toList();
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
        return severities.getOrDefault(plain(code.code()), severities.getOrDefault(DEFAULT, unset));
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
