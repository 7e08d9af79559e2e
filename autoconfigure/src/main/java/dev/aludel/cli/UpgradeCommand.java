package dev.aludel.cli;

import dev.aludel.command.RevisionInfo;
import dev.aludel.lint.LintReport;
import dev.aludel.runner.version.AppliedRevision;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel upgrade}. */
@Command(
        name = "upgrade",
        description = "Upgrade the database to a later revision.",
        footer = {
            "",
            "Examples:",
            "  aludel upgrade                               to the head",
            "  aludel upgrade +1                            one revision further",
            "  aludel upgrade 3f2a                          to the revision whose id begins so",
            "  aludel upgrade orders@head                   one of several branches",
            "  aludel upgrade --plan                        pending revisions with their hazards; runs nothing",
            "  aludel upgrade --sql > upgrade.sql           print the pending SQL; runs nothing",
            "  aludel upgrade base:head --sql > all.sql     print all SQL, without a database",
            "  aludel upgrade base:head --sql --idempotent | psql -v ON_ERROR_STOP=1 shop",
            "                                               for a database in any state"
        })
final class UpgradeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            arity = "0..1",
            paramLabel = "REVISION",
            description = "head, heads, +N, an id or its beginning. With --sql also FROM:TO. Default: heads.")
    private String target = "heads";

    @Option(
            names = "--plan",
            description = "Print pending revisions, their hazards, and rows on which they would fail. Run nothing.")
    private boolean plan;

    @Mixin
    private SqlOptions sql = new SqlOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    UpgradeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (sql.isAsked(json)) {
            String script = context.commands().upgradeSql(target, sql.isIdempotent());
            context.script(script);
            if (script.isBlank()) {
                context.err().println("Nothing to apply.");
            }
            return ExitCode.DONE;
        }
        sql.refuseRange(target);
        if (plan) {
            return tell(context.commands().plan(target));
        }
        List<AppliedRevision> applied =
                Steps.of(context.terminal(), progress -> context.commands().upgrade(target, progress));
        List<RevisionInfo> current = context.commands().current();
        if (json.isAsked()) {
            context.print(Shapes.run("applied", applied, current));
            return ExitCode.DONE;
        }
        String done = applied.isEmpty() ? "Nothing to apply" : "Applied " + RevisionText.count(applied.size());
        context.out().println(done + ": the database is at " + RevisionText.position(current) + ".");
        return ExitCode.DONE;
    }

    /** What is written by hand names no hazards but the rows that it fails on: lint finds the others. */
    private Integer tell(LintReport report) {
        if (json.isAsked()) {
            context.print(LintShapes.report(report));
            return report.ok() ? ExitCode.DONE : ExitCode.NO;
        }
        PrintWriter out = context.out();
        out.println(RevisionText.count(report.revisions().size()) + " pending.");
        for (String id : report.revisions()) {
            context.commands().show(id).forEach(detail -> out.println(RevisionText.step(detail.info())));
            report.findings().stream()
                    .filter(finding -> finding.revision().equals(id))
                    .forEach(finding -> out.println(LintCommand.LintText.of(finding)));
        }
        return report.ok() ? ExitCode.DONE : ExitCode.NO;
    }
}
