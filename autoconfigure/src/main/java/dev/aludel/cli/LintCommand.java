package dev.aludel.cli;

import dev.aludel.hazard.HazardFinding;
import dev.aludel.hazard.Severity;
import dev.aludel.lint.LintReport;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel lint}. */
@Command(
        name = "lint",
        description = {
            "Find hazards of revisions. The exit code is 3 if one is set to fail in aludel.hazards.",
            "Runs them on a scratch database and measures their locks. Sizes and row counts are those of your database."
        },
        footer = {
            "",
            "Examples:",
            "  aludel lint                                 pending revisions",
            "  aludel lint 3f2a                            one revision",
            "  aludel lint base:head                       all of them",
            "  aludel lint --format sarif > lint.sarif     for code scanning; --format junit for a CI server",
            "  aludel lint --scratch-url jdbc:postgresql://localhost/empty    if the role may not create databases",
            "In a script, directly above a statement: -- allow: create-index the table is small"
        })
final class LintCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            arity = "0..1",
            paramLabel = "REVISION",
            description = "pending, an id or its beginning, or FROM:TO. Default: pending.")
    private String range = "pending";

    @Option(
            names = "--scratch-url",
            paramLabel = "URL",
            description = "JDBC URL of an empty database to use. Default: create one beside yours, and drop it.")
    private @Nullable String scratchUrl;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Output format: text, json, sarif or junit. Default: text.")
    private LintFormat format = LintFormat.TEXT;

    @Mixin
    private JsonOption json = new JsonOption();

    LintCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        LintReport report = context.commands().lint(range, scratchUrl);
        switch (json.isAsked() ? LintFormat.JSON : format) {
            case TEXT -> tell(report);
            case JSON -> context.print(LintShapes.report(report));
            case SARIF -> context.print(Sarif.of(report));
            case JUNIT -> context.out().println(JUnitXml.of(report));
        }
        return report.ok() ? ExitCode.DONE : ExitCode.NO;
    }

    private void tell(LintReport report) {
        PrintWriter out = context.out();
        report.findings().forEach(finding -> out.println(LintText.of(finding)));
        out.println("Linted " + RevisionText.count(report.revisions().size()) + ": "
                + LintText.count(report, Severity.FAIL) + " failing, " + LintText.count(report, Severity.WARN)
                + " to be seen to, "
                + report.findings().stream()
                        .filter(finding -> !finding.isOpen())
                        .count() + " allowed.");
    }

    /** How findings are printed as text. */
    static final class LintText {

        private LintText() {}

        /** {@code file:line: warning create-index: …}, with what to do instead on a line of its own. */
        static String of(HazardFinding finding) {
            String place = finding.location() + (finding.line() == 0 ? "" : ":" + finding.line());
            String kind = finding.isOpen() ? finding.severity().name().toLowerCase(Locale.ROOT) : "allowed";
            return place + ": " + kind + " " + finding.code() + ": " + finding.message()
                    + (finding.safe().isEmpty() ? "" : "%n    ".formatted() + finding.safe())
                    + (finding.isOpen() ? "" : "%n    Allowed: ".formatted() + finding.allowed());
        }

        static long count(LintReport report, Severity severity) {
            return report.findings().stream()
                    .filter(finding -> finding.isOpen() && finding.severity() == severity)
                    .count();
        }
    }
}
