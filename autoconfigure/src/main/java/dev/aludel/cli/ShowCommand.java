package dev.aludel.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aludel show}. */
@Command(
        name = "show",
        description = "Print a revision with its SQL.",
        footer = {"", "Examples:", "  aludel show head", "  aludel show 3f2a", "  aludel show current"})
final class ShowCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "REVISION", description = "head, heads, base, current, an id or how it begins.")
    private String revision = "";

    ShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.commands().show(revision).stream().map(RevisionText::detail).forEach(context.out()::println);
        return ExitCode.DONE;
    }
}
