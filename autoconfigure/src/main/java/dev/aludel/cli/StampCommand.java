package dev.aludel.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aludel stamp}. */
@Command(
        name = "stamp",
        description = "Write down that the database is at a revision, and run nothing.",
        footer = {
            "",
            "Examples:",
            "  aludel stamp head    the database already has everything, from an earlier tool or by hand",
            "  aludel stamp base    forget all revisions"
        })
final class StampCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "REVISION", description = "head, heads, base, an id or how it begins.")
    private String target = "";

    StampCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.commands().stamp(target);
        context.out()
                .println("Stamped: the database is at "
                        + RevisionText.position(context.commands().current()) + ".");
        return ExitCode.DONE;
    }
}
