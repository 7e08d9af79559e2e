package dev.aludel.cli;

import dev.aludel.command.RevisionDetail;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code aludel show}. */
@Command(
        name = "show",
        description = "Print a revision with its SQL.",
        footer = {"", "Examples:", "  aludel show head", "  aludel show 3f2a", "  aludel show current"})
final class ShowCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "REVISION", description = "head, heads, base, current, an id or its beginning.")
    private String revision = "";

    @Mixin
    private JsonOption json = new JsonOption();

    ShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<RevisionDetail> details = context.commands().show(revision);
        if (json.isAsked()) {
            context.print(Shapes.details(details));
        } else {
            details.stream().map(RevisionText::detail).forEach(context.out()::println);
        }
        return ExitCode.DONE;
    }
}
