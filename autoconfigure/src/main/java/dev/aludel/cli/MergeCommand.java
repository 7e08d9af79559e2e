package dev.aludel.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code aludel merge}. */
@Command(
        name = "merge",
        description = "Write a revision that joins branches, and print its path. Needs no database.",
        footer = {
            "",
            "Examples:",
            "  aludel merge -m \"join what two of us wrote\"     all heads",
            "  aludel merge 3f2a 1b9e -m \"join two of three\"   these heads",
            "If one branch is not applied yet, use 'aludel rebase' instead."
        })
final class MergeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            arity = "0..*",
            paramLabel = "REVISION",
            description = "Revisions to join: ids, label@head. Default: all heads.")
    private List<String> revisions = new ArrayList<>();

    @Mixin
    private NewRevisionOptions options = new NewRevisionOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    MergeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<String> heads = revisions.isEmpty() ? List.of("heads") : revisions;
        WrittenText.tell(context.commands().merge(options.after(heads, List.of())), false, json, context);
        return ExitCode.DONE;
    }
}
