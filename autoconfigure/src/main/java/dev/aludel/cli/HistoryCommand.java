package dev.aludel.cli;

import dev.aludel.command.RevisionInfo;
import dev.aludel.runner.version.AppliedRevision;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aludel history}. */
@Command(
        name = "history",
        description = "Print the revisions, the newest first; branches are drawn as git draws them.",
        footer = {
            "",
            "Examples:",
            "  aludel history                  all revisions; needs no database",
            "  aludel history -i               and which of them is current",
            "  aludel history -r -3:current    the last three that were applied",
            "  aludel history -r 3f2a:head     from that revision on",
            "  aludel history --mermaid        as a diagram for a Markdown document; --dot for Graphviz"
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

    @ArgGroup
    private Format format = new Format();

    /** At most one. */
    private static final class Format {

        @Option(names = "--mermaid", description = "Print a Mermaid flowchart.")
        private boolean mermaid;

        @Option(names = "--dot", description = "Print a graph for Graphviz.")
        private boolean dot;

        @Option(names = "--json", description = "Print the answer as JSON.")
        private boolean json;
    }

    HistoryCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<RevisionInfo> revisions = context.commands().history(range, indicateCurrent);
        List<AppliedRevision> unknown =
                indicateCurrent ? context.commands().status().unknown() : List.of();
        if (format.json) {
            context.print(Shapes.revisions(revisions));
        } else if (format.mermaid) {
            context.out().print(GraphText.mermaid(revisions));
        } else if (format.dot) {
            context.out().print(GraphText.dot(revisions));
        } else {
            Lanes.draw(revisions, parent.isVerbose() ? RevisionText::block : RevisionText::step)
                    .forEach(context.out()::println);
        }
        if (!unknown.isEmpty()) {
            context.err().println("The database also has what this build does not:");
            unknown.forEach(row -> context.err().println("  " + RevisionText.step(row)));
        }
        return ExitCode.DONE;
    }
}
