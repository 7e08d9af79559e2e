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
        description = "Print the revisions, newest first. Branches are drawn as in git.",
        footer = {
            "",
            "Examples:",
            "  aludel history                  all revisions, without a database",
            "  aludel history -i               and mark the current one",
            "  aludel history -r -3:current    the last three applied revisions",
            "  aludel history -r 3f2a:head     from this revision on",
            "  aludel history --mermaid        as a diagram for a Markdown document; --dot for Graphviz"
        })
final class HistoryCommand implements Callable<Integer> {

    private final CommandContext context;

    @ParentCommand
    private AludelCommand parent = new AludelCommand();

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "[FROM]:[TO]",
            description = "Print a range only, FROM:TO: ids, base, head, current, +N, -N.")
    private @Nullable String range;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Mark the revision of the database.")
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
