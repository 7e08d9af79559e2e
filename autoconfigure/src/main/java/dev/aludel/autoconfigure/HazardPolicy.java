package dev.aludel.autoconfigure;

import dev.aludel.autoconfigure.AludelProperties.Severity;
import dev.aludel.dialect.Hazard;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How severe a hazard is: as its code is set, else as {@code default} is set, else a warning; but where nobody reviews the
 * revision before it runs, what loses rows fails.
 */
final class HazardPolicy {

    private final Map<String, Severity> severities;

    HazardPolicy(Map<String, Severity> severities) {
        this.severities = severities.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> plain(entry.getKey()), Map.Entry::getValue, (first, second) -> second));
    }

    Severity of(Hazard hazard, boolean reviewed) {
        Severity unset = hazard.losesRows() && !reviewed ? Severity.FAIL : Severity.WARN;
        return severities.getOrDefault(plain(hazard.code()), severities.getOrDefault("default", unset));
    }

    /** An environment variable such as {@code ALUDEL_HAZARDS_DROPCOLUMN} cannot spell {@code drop-column}. */
    private static String plain(String code) {
        return code.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}
