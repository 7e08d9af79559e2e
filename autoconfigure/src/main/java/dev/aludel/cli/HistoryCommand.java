package dev.aludel.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aludel history}. */
@Command(
        name = "history",
        description = "Print the revisions, the newest first.",
        footer = {
            "",
            "Examples:",
            "  aludel history                  all revisions; needs no database",
            "  aludel history -i               and which of them is current",
            "  aludel history -r -3:current    the last three that were applied",
            "  aludel history -r 3f2a:head     from that revision on"
        })
final class HistoryCommand implements Callable<Integer> {

    private final CommandContext context;

    @ParentCommand
    private AludelCommand parent = new AludelCommand();

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "[FROM]:[TO]",
            description = "Only those between; base, head, current, ids, +N and -N.")
    private @Nullable String range;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database which revision is current.")
    private boolean indicateCurrent;

    HistoryCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.commands().history(range, indicateCurrent).stream()
                .map(parent.isVerbose() ? RevisionText::block : RevisionText::step)
                .forEach(context.out()::println);
        return ExitCode.DONE;
    }
}
