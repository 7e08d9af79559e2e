package dev.aludel.cli;

import dev.aludel.command.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel stamp}. */
@Command(
        name = "stamp",
        description = {
            "Write down that the database is at a revision, and run nothing.",
            "What is written is what an upgrade or downgrade to it would leave: other branches stay as they are."
        },
        footer = {
            "",
            "Examples:",
            "  aludel stamp head             the database already has everything, from an earlier tool or by hand",
            "  aludel stamp base             forget all revisions",
            "  aludel stamp orders@head      of one branch alone",
            "  aludel stamp 3f2a 1b9e        several heads",
            "  aludel stamp --purge 3f2a     forget what is written, revisions of other builds too, then this",
            "  aludel stamp --sql base:head > stamp.sql    print it, without a database"
        })
final class StampCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            arity = "1..*",
            paramLabel = "REVISION",
            description = "head, heads, base, an id or how it begins; with --sql also FROM:TO.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--purge", description = "Forget first all that is written down.")
    private boolean purge;

    @Mixin
    private SqlOptions sql = new SqlOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    StampCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (sql.isAsked(json)) {
            context.script(context.commands().stampSql(targets, purge, sql.isIdempotent()));
            return ExitCode.DONE;
        }
        targets.forEach(sql::refuseRange);
        context.commands().stamp(targets, purge);
        List<RevisionInfo> current = context.commands().current();
        if (json.isAsked()) {
            context.print(Shapes.current(current));
        } else {
            context.out().println("Stamped: the database is at " + RevisionText.position(current) + ".");
        }
        return ExitCode.DONE;
    }
}
