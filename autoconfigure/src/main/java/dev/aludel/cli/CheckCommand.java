package dev.aludel.cli;

import dev.aludel.command.CheckResult;
import dev.aludel.compare.Comparison;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aludel check}: a question for scripts, answered by the exit code. */
@Command(
        name = "check",
        description =
                "Check that the database is at the head and equal to the entities. The exit code is 0 for yes, 3 for no.",
        footer = {"", "Example, for a build that refuses an entity without a revision:", "  aludel check || exit 1"})
final class CheckCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--strict", description = "Also report what revisions accept of an adopted schema.")
    private boolean strict;

    @Mixin
    private JsonOption json = new JsonOption();

    CheckCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CheckResult result = context.commands().check(strict);
        if (json.isAsked()) {
            context.print(Shapes.check(result));
        } else {
            tell(result);
        }
        return result.ok() ? ExitCode.DONE : ExitCode.NO;
    }

    private void tell(CheckResult result) {
        Comparison comparison = result.comparison();
        if (comparison != null) {
            comparison.unproven().forEach(context.err()::println);
        }
        if (result.ok()) {
            context.out().println("No new upgrade operations detected.");
        }
        if (!result.unknown().isEmpty()) {
            context.out()
                    .println(RevisionText.count(result.unknown().size()) + " of the database unknown to this build:");
            result.unknown().forEach(row -> context.out().println("  " + RevisionText.step(row)));
            context.err().println(RevisionText.AHEAD);
        }
        if (!result.pending().isEmpty()) {
            context.out().println(RevisionText.count(result.pending().size()) + " pending:");
            result.pending().forEach(revision -> context.out().println("  " + RevisionText.step(revision)));
        }
        if (comparison != null && !comparison.isEqual()) {
            context.out().println("New upgrade operations detected:");
            comparison.describe().forEach(line -> context.out().println("  " + line));
            comparison.candidates().forEach(candidate -> context.err().println("Maybe renamed: " + candidate));
        }
    }
}
