package dev.aludel.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel downgrade}. */
@Command(
        name = "downgrade",
        description = "Take revisions back.",
        footer = {
            "",
            "Examples:",
            "  aludel downgrade -1                          take the last revision back",
            "  aludel downgrade 3f2a                        back to the revision whose id begins so",
            "  aludel downgrade base                        take all of them back: drops what they created",
            "  aludel downgrade -1 --sql > downgrade.sql    print the SQL, run nothing",
            "  aludel downgrade head:base --sql             print all of it, without a database"
        })
final class DowngradeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "REVISION", description = "-N, base, an id or how it begins; with --sql also FROM:TO.")
    private String target = "";

    @Option(names = "--sql", description = "Print the SQL, run nothing.")
    private boolean sql;

    DowngradeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (sql) {
            context.out().print(context.commands().downgradeSql(target));
            return ExitCode.DONE;
        }
        int undone = context.commands().downgrade(target).size();
        String done = undone == 0 ? "Nothing to take back" : "Took back " + RevisionText.count(undone);
        context.out()
                .println(done + ": the database is at "
                        + RevisionText.position(context.commands().current()) + ".");
        return ExitCode.DONE;
    }
}
