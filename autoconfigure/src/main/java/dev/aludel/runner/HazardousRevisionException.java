package dev.aludel.runner;

import static java.util.stream.Collectors.joining;

import dev.aludel.AludelException;
import dev.aludel.hazard.HazardFinding;
import java.util.List;

/** A revision blocks or loses what {@code aludel.hazards} says must not be. Nothing ran. */
public final class HazardousRevisionException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<HazardFinding> findings;

    HazardousRevisionException(List<HazardFinding> findings) {
        super(
                "No revision was run: aludel.hazards is set to fail for%s%sRewrite the statement, or allow it with '-- allow: %s <reason>' directly above it."
                        .formatted(
                                findings.stream()
                                        .map(finding -> separator(findings) + place(finding))
                                        .collect(joining()),
                                findings.size() == 1 ? ". " : "\n",
                                findings.get(0).code()));
        this.findings = List.copyOf(findings);
    }

    /** Several stand on a line each. */
    private static String separator(List<HazardFinding> findings) {
        return findings.size() == 1 ? " " : "\n    ";
    }

    private static String place(HazardFinding finding) {
        return "'%s' at %s:%d (%s)".formatted(finding.code(), finding.location(), finding.line(), finding.message());
    }

    public List<HazardFinding> findings() {
        return findings;
    }
}
