package dev.aludel.cli;

import static java.util.stream.Collectors.joining;

import dev.aludel.hazard.HazardFinding;
import dev.aludel.hazard.Severity;
import dev.aludel.lint.LintReport;
import dev.aludel.text.OneLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings in the XML that JUnit's reports are written in: each revision is a test case that passes, with its warnings as output, or one that
 * fails for each finding.
 */
final class JUnitXml {

    private JUnitXml() {}

    static String of(LintReport report) {
        List<String> cases = new ArrayList<>();
        int failures = 0;
        for (String revision : report.revisions()) {
            List<HazardFinding> findings = report.findings().stream()
                    .filter(finding -> finding.revision().equals(revision) && finding.isOpen())
                    .toList();
            List<HazardFinding> failing = findings.stream()
                    .filter(finding -> finding.severity() == Severity.FAIL)
                    .toList();
            failures += failing.size();
            failing.forEach(finding -> cases.add(failed(finding)));
            if (failing.isEmpty()) {
                cases.add(passed(revision, findings));
            }
        }
        String counts = "tests=\"%d\" failures=\"%d\" errors=\"0\"".formatted(cases.size(), failures);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites %s>
                  <testsuite name="aludel lint" %s skipped="0" time="0">
                %s  </testsuite>
                </testsuites>""".formatted(counts, counts, String.join("", cases));
    }

    private static String failed(HazardFinding finding) {
        return """
                    <testcase classname="%s" name="%s, line %d: %s" time="0">
                      <failure type="%s" message="%s">%s</failure>
                    </testcase>
                """.formatted(
                        escaped(finding.location()),
                        escaped(finding.revision()),
                        finding.line(),
                        escaped(finding.code()),
                        escaped(finding.code()),
                        escaped(finding.message()),
                        escaped(LintCommand.LintText.of(finding)));
    }

    private static String passed(String revision, List<HazardFinding> warnings) {
        if (warnings.isEmpty()) {
            return "    <testcase classname=\"aludel lint\" name=\"%s\" time=\"0\"/>\n".formatted(escaped(revision));
        }
        return """
                    <testcase classname="aludel lint" name="%s" time="0">
                      <system-out>%s</system-out>
                    </testcase>
                """.formatted(
                        escaped(revision),
                        escaped(warnings.stream().map(LintCommand.LintText::of).collect(joining("\n"))));
    }

    /** What XML 1.0 cannot hold becomes a question mark. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\t' -> escaped.appendCodePoint(character);
                default -> escaped.appendCodePoint(isOfXml(character) ? character : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isOfXml(int character) {
        return OneLine.isPlain(character) && character != 0xFFFE && character != 0xFFFF;
    }
}
