package dev.aludel.cli;

import static dev.aludel.cli.Json.list;
import static dev.aludel.cli.Json.object;

import dev.aludel.hazard.HazardFinding;
import dev.aludel.lint.LintReport;
import java.util.Map;

/** What {@code lint} found, as JSON. */
final class LintShapes {

    private LintShapes() {}

    static Map<String, ?> report(LintReport report) {
        return object(
                "ok", report.ok(),
                "revisions", report.revisions(),
                "findings", list(report.findings(), LintShapes::finding),
                "locks", list(report.locks(), LintShapes::lock));
    }

    static Map<String, ?> finding(HazardFinding finding) {
        return object(
                "revision", finding.revision(),
                "location", finding.location(),
                "line", finding.line(),
                "code", finding.code(),
                "severity", finding.severity(),
                "message", finding.message(),
                "safe", finding.safe(),
                "rows", finding.rows(),
                "allowed", finding.allowed());
    }

    private static Map<String, ?> lock(LintReport.Lock lock) {
        return object(
                "revision", lock.revision(),
                "line", lock.line(),
                "table", lock.impact().table().toString(),
                "lock", lock.impact().lock().toString(),
                "work", lock.impact().work());
    }
}
