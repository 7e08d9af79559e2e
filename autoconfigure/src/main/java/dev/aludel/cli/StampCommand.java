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
            "Record that the database is at a revision, without running anything.",
            "The result is that of an upgrade or downgrade to it. Other branches stay as they are."
        },
        footer = {
            "",
            "Examples:",
            "  aludel stamp head             the database already has everything",
            "  aludel stamp base             forget all revisions",
            "  aludel stamp orders@head      one branch only",
            "  aludel stamp 3f2a 1b9e        several heads",
            "  aludel stamp --purge 3f2a     forget everything, then record this",
            "  aludel stamp --sql base:head > stamp.sql    print the SQL, without a database"
        })
final class StampCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            arity = "1..*",
            paramLabel = "REVISION",
            description = "head, heads, base, an id or its beginning. With --sql also FROM:TO.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--purge", description = "First forget all recorded revisions.")
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
