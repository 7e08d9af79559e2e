package dev.aludel.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code aludel heads}. */
@Command(
        name = "heads",
        description = "Print the revisions that no other follows; needs no database.",
        footer = {"", "Example: aludel heads"})
final class HeadsCommand implements Callable<Integer> {

    private final CommandContext context;

    @ParentCommand
    private AludelCommand parent = new AludelCommand();

    HeadsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.commands().heads().stream()
                .map(parent.isVerbose() ? RevisionText::block : RevisionText::heading)
                .forEach(context.out()::println);
        return ExitCode.DONE;
    }
}
