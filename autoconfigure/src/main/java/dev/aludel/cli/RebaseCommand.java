package dev.aludel.cli;

import dev.aludel.command.MovedBranch;
import dev.aludel.revision.Move;
import dev.aludel.revision.Revision;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel rebase}. */
@Command(
        name = "rebase",
        description = {
            "Move a branch behind another head, if two revisions follow the same one.",
            "Changes only the down-revision of the branch's first script. Refuses a branch that this database",
            "has applied."
        },
        footer = {
            "",
            "Examples:",
            "  aludel rebase 3f2a                  behind the only other head",
            "  aludel rebase 3f2a --onto 1b9e      behind that revision",
            "If another database has applied it, undo it there first, or use 'aludel merge'."
        })
final class RebaseCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "REVISION", description = "A revision of the branch to move.")
    private String revision = "";

    @Option(
            names = "--onto",
            paramLabel = "REVISION",
            description = "Revision that the branch will follow. Default: the only other head.")
    private @Nullable String onto;

    @Mixin
    private JsonOption json = new JsonOption();

    RebaseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        MovedBranch moved = context.commands().rebase(revision, onto);
        if (json.isAsked()) {
            context.print(Shapes.moved(moved));
            return ExitCode.DONE;
        }
        Move move = moved.move();
        if (moved.file() == null) {
            context.out()
                    .println(move.first().id() + " follows " + move.onto().id() + " already: nothing was changed.");
            return ExitCode.DONE;
        }
        context.out()
                .println("Moved %s: %s now follows %s instead of %s."
                        .formatted(
                                RevisionText.count(move.moved().size()),
                                move.first().id(),
                                move.onto().id(),
                                parents(move.first())));
        move.moved().forEach(each -> context.out().println("  " + line(move, each)));
        context.out().println("Rewrote the header of " + moved.file());
        return ExitCode.DONE;
    }

    private static String line(Move move, Revision revision) {
        return RevisionText.step(revision.equals(move.first()) ? move.rewritten() : revision);
    }

    private static String parents(Revision revision) {
        List<String> parents = revision.downRevisions();
        return parents.isEmpty() ? "<base>" : parents.stream().collect(Collectors.joining(", "));
    }
}
