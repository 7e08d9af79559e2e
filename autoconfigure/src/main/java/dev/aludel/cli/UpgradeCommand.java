package dev.aludel.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel upgrade}. */
@Command(
        name = "upgrade",
        description = "Bring the database to a later revision.",
        footer = {
            "",
            "Examples:",
            "  aludel upgrade                               to the head: everything that is pending",
            "  aludel upgrade +1                            one revision further",
            "  aludel upgrade 3f2a                          to the revision whose id begins so",
            "  aludel upgrade --sql > upgrade.sql           print the SQL that is pending, run nothing",
            "  aludel upgrade base:head --sql > all.sql     print all of it, without a database"
        })
final class UpgradeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            arity = "0..1",
            paramLabel = "REVISION",
            description = "head, heads, +N, an id or how it begins; with --sql also FROM:TO. Default: heads.")
    private String target = "heads";

    @Option(names = "--sql", description = "Print the SQL, run nothing.")
    private boolean sql;

    UpgradeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (sql) {
            context.out().print(context.commands().upgradeSql(target));
            return ExitCode.DONE;
        }
        int applied = context.commands().upgrade(target).size();
        String done = applied == 0 ? "Nothing to apply" : "Applied " + RevisionText.count(applied);
        context.out()
                .println(done + ": the database is at "
                        + RevisionText.position(context.commands().current()) + ".");
        return ExitCode.DONE;
    }
}
