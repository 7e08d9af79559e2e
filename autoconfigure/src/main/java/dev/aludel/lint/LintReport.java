package dev.aludel.lint;

import dev.aludel.hazard.HazardFinding;
import dev.aludel.hazard.Impact;
import dev.aludel.hazard.Severity;
import java.util.List;

/**
 * What was seen of revisions when they were run on a scratch database.
 *
 * @param revisions the ids of those that were, in order
 * @param findings in the order of the statements
 * @param locks what each statement takes of tables that are there before
 */
public record LintReport(List<String> revisions, List<HazardFinding> findings, List<Lock> locks) {

    public LintReport {
        revisions = List.copyOf(revisions);
        findings = List.copyOf(findings);
        locks = List.copyOf(locks);
    }

    /**
     * A table that a statement locks.
     *
     * @param line as of a finding
     */
    public record Lock(String revision, int line, Impact impact) {}

    /** Whether nothing fails by its severity. */
    public boolean ok() {
        return findings.stream().noneMatch(finding -> finding.isOpen() && finding.severity() == Severity.FAIL);
    }
}
