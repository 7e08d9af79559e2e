package dev.aludel.cli;

import dev.aludel.command.RevisionInfo;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aludel current}. */
@Command(
        name = "current",
        description = "Print the revision of the database; nothing at base.",
        footer = {
            "",
            "Examples:",
            "  aludel current",
            "  aludel current --verbose         with message, date and path",
            "  aludel current --check-heads     exit code 3 unless the database is at all heads"
        })
final class CurrentCommand implements Callable<Integer> {

    private final CommandContext context;

    @ParentCommand
    private AludelCommand parent = new AludelCommand();

    @Option(
            names = {"-c", "--check-heads"},
            description = "Check that the database is at all heads. The exit code is 0 for yes, 3 for no.")
    private boolean checkHeads;

    @Mixin
    private JsonOption json = new JsonOption();

    CurrentCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<RevisionInfo> current = context.commands().current();
        if (json.isAsked()) {
            context.print(Shapes.revisions(current));
        } else {
            current.stream()
                    .map(parent.isVerbose() ? RevisionText::block : RevisionText::place)
                    .forEach(context.out()::println);
        }
        if (current.isEmpty()) {
            context.err().println("No revision is applied.");
        }
        return checkHeads && !isAtHeads(current) ? ExitCode.NO : ExitCode.DONE;
    }

    private boolean isAtHeads(List<RevisionInfo> current) {
        List<String> missing = context.commands().heads().stream()
                .map(head -> head.revision().id())
                .filter(head ->
                        current.stream().noneMatch(info -> info.revision().id().equals(head)))
                .toList();
        boolean all = missing.isEmpty() && current.stream().allMatch(RevisionInfo::head);
        if (!all) {
            context.err()
                    .println("The database is not at all heads"
                            + (missing.isEmpty() ? "." : ": it lacks " + String.join(", ", missing) + "."));
        }
        return all;
    }
}
