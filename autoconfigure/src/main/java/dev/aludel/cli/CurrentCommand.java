package dev.aludel.cli;

import dev.aludel.command.RevisionInfo;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code aludel current}. */
@Command(
        name = "current",
        description = "Print the revision that the database is at.",
        footer = {"", "Prints nothing where no revision was applied.", "Example: aludel current"})
final class CurrentCommand implements Callable<Integer> {

    private final CommandContext context;

    @ParentCommand
    private AludelCommand parent = new AludelCommand();

    CurrentCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<RevisionInfo> current = context.commands().current();
        current.stream()
                .map(parent.isVerbose() ? RevisionText::block : RevisionText::place)
                .forEach(context.out()::println);
        if (current.isEmpty()) {
            context.err().println("No revision is applied.");
        }
        return ExitCode.DONE;
    }
}
