package dev.aludel.cli;

import dev.aludel.command.RevisionInfo;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aludel heads}. */
@Command(
        name = "heads",
        description = "Print the heads: the last revision of each branch. Needs no database.",
        footer = {"", "Examples:", "  aludel heads", "  aludel heads --verbose    with date and path of each"})
final class HeadsCommand implements Callable<Integer> {

    private final CommandContext context;

    @ParentCommand
    private AludelCommand parent = new AludelCommand();

    @Option(names = "--resolve-dependencies", description = "Leave out heads that another head depends on.")
    private boolean resolveDependencies;

    @Mixin
    private JsonOption json = new JsonOption();

    HeadsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<RevisionInfo> heads = context.commands().heads(resolveDependencies);
        if (json.isAsked()) {
            context.print(Shapes.revisions(heads));
            return ExitCode.DONE;
        }
        heads.stream()
                .map(parent.isVerbose() ? RevisionText::block : RevisionText::described)
                .forEach(context.out()::println);
        return ExitCode.DONE;
    }
}
