package dev.aludel.runner;

import static java.util.stream.Collectors.joining;

import dev.aludel.AludelException;
import java.util.List;

/** A revision blocks or loses what {@code aludel.hazards} says must not be. Nothing ran. */
public final class HazardousRevisionException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<LintFinding> findings;

    HazardousRevisionException(List<LintFinding> findings) {
        super(
                "Nothing was run, since aludel.hazards forbids what these would do: %s. Change them, or say why it is well with '-- allow: %s <reason>' directly above the statement."
                        .formatted(
                                findings.stream()
                                        .map(finding -> "'%s' at %s:%d (%s)"
                                                .formatted(
                                                        finding.code(),
                                                        finding.location(),
                                                        finding.line(),
                                                        finding.message()))
                                        .collect(joining("; ")),
                                findings.get(0).code()));
        this.findings = List.copyOf(findings);
    }

    public List<LintFinding> findings() {
        return findings;
    }
}
