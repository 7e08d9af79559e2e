package dev.aludel.cli;

import dev.aludel.command.BranchPoint;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code aludel branches}. */
@Command(
        name = "branches",
        description = "Print the points where the history branches. Needs no database.",
        footer = {"", "Examples:", "  aludel branches", "  aludel branches --verbose    with date and path of each"})
final class BranchesCommand implements Callable<Integer> {

    private final CommandContext context;

    @ParentCommand
    private AludelCommand parent = new AludelCommand();

    @Mixin
    private JsonOption json = new JsonOption();

    BranchesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<BranchPoint> points = context.commands().branches();
        if (json.isAsked()) {
            context.print(Shapes.branches(points));
            return ExitCode.DONE;
        }
        for (BranchPoint point : points) {
            context.out()
                    .println(
                            parent.isVerbose()
                                    ? RevisionText.block(point.info())
                                    : RevisionText.described(point.info()));
            point.followers().forEach(follower -> context.out().println("    -> " + RevisionText.described(follower)));
        }
        if (points.isEmpty()) {
            context.err().println("There are no branches.");
        }
        return ExitCode.DONE;
    }
}
