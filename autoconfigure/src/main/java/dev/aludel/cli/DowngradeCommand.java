package dev.aludel.cli;

import dev.aludel.command.RevisionInfo;
import dev.aludel.runner.version.AppliedRevision;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code aludel downgrade}. */
@Command(
        name = "downgrade",
        description = "Undo revisions.",
        footer = {
            "",
            "Examples:",
            "  aludel downgrade -1                          undo the last revision",
            "  aludel downgrade 3f2a                        undo everything after the revision whose id begins so",
            "  aludel downgrade orders@-1                   undo the last revision of a branch",
            "  aludel downgrade orders@base                 undo a whole branch",
            "  aludel downgrade base                        undo everything: drops what the revisions created",
            "  aludel downgrade -1 --sql > downgrade.sql    print the SQL, run nothing",
            "  aludel downgrade head:base --sql             print all SQL, without a database"
        })
final class DowngradeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "REVISION",
            description = "-N, base, or the revision that is to stay: an id or its beginning. With --sql also FROM:TO.")
    private String target = "";

    @Mixin
    private SqlOptions sql = new SqlOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    DowngradeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (sql.isAsked(json)) {
            String script = context.commands().downgradeSql(target, sql.isIdempotent());
            context.script(script);
            if (script.isBlank()) {
                context.err().println("Nothing to take back.");
            }
            return ExitCode.DONE;
        }
        sql.refuseRange(target);
        List<AppliedRevision> undone =
                Steps.of(context.terminal(), progress -> context.commands().downgrade(target, progress));
        List<RevisionInfo> current = context.commands().current();
        if (json.isAsked()) {
            context.print(Shapes.run("takenBack", undone, current));
            return ExitCode.DONE;
        }
        String done = undone.isEmpty() ? "Nothing to take back" : "Took back " + RevisionText.count(undone.size());
        context.out().println(done + ": the database is at " + RevisionText.position(current) + ".");
        return ExitCode.DONE;
    }
}
