package dev.aludel.cli;

import static dev.aludel.cli.Json.list;
import static dev.aludel.cli.Json.object;

import dev.aludel.hazard.HazardCode;
import dev.aludel.hazard.HazardFinding;
import dev.aludel.hazard.Severity;
import dev.aludel.lint.LintReport;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings as the Static Analysis Results Interchange Format has them, version 2.1.0 (OASIS). */
final class Sarif {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private Sarif() {}

    static Map<String, ?> of(LintReport report) {
        List<String> codes =
                report.findings().stream().map(HazardFinding::code).distinct().toList();
        Map<String, ?> driver = object("name", "Aludel", "rules", list(codes, Sarif::rule));
        return object(
                "$schema",
                SCHEMA,
                "version",
                "2.1.0",
                "runs",
                List.of(object(
                        "tool",
                        object("driver", driver),
                        "results",
                        list(report.findings(), finding -> result(finding, codes.indexOf(finding.code()))))));
    }

    private static Map<String, ?> rule(String code) {
        return object("id", code, "shortDescription", object("text", meaning(code)));
    }

    private static String meaning(String code) {
        return HazardCode.of(code)
                .map(HazardCode::meaning)
                .orElse(
                        code.equals(HazardFinding.INVALID_ALLOW)
                                ? "a comment that allows a hazard names none, or gives no reason"
                                : "a statement fails on an empty database");
    }

    private static Map<String, ?> result(HazardFinding finding, int rule) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.code());
        result.put("ruleIndex", rule);
        result.put("level", finding.severity() == Severity.FAIL ? "error" : "warning");
        String safe = finding.safe().isEmpty() ? "" : " " + finding.safe();
        result.put("message", object("text", finding.message() + safe));
        result.put("locations", List.of(object("physicalLocation", place(finding))));
        if (!finding.isOpen()) {
            result.put("suppressions", List.of(object("kind", "inSource", "justification", finding.allowed())));
        }
        return result;
    }

    private static Map<String, ?> place(HazardFinding finding) {
        Map<String, ?> file = object("uri", uri(finding.location()));
        return finding.line() == 0
                ? object("artifactLocation", file)
                : object("artifactLocation", file, "region", object("startLine", finding.line()));
    }

    /** A relative reference where the file is one of the project's. */
    private static String uri(String location) {
        String path = location.replace('\\', '/');
        try {
            return new URI(path.startsWith("/") ? "file" : null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return path.replace(" ", "%20");
        }
    }
}
