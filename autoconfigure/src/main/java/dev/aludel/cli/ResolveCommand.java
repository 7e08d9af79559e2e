package dev.aludel.cli;

import dev.aludel.runner.Interruption;
import dev.aludel.runner.Interruption.Doubt;
import dev.aludel.runner.Resolution;
import dev.aludel.runner.version.ChangedScript;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel resolve}. */
@Command(
        name = "resolve",
        description = {
            "Show how far an interrupted revision came, and say how it ended where nothing else knows.",
            "Without an option nothing is changed; exit code 3 while a revision is interrupted. Most go on by themselves with the next upgrade."
        },
        footer = {
            "",
            "Examples:",
            "  aludel resolve                      the exact state",
            "  aludel resolve 3f2a --done          its statement in doubt took effect: upgrade goes on behind it",
            "  aludel resolve 3f2a --again         it did not: upgrade runs it again",
            "  aludel resolve 3f2a --applied       all of the revision is there, finished by hand",
            "  aludel resolve 3f2a --rolled-back   nothing of it is left, undone by hand",
            "  aludel resolve --checksum           scripts that were changed afterwards are as good as what ran"
        })
final class ResolveCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            arity = "0..1",
            paramLabel = "REVISION",
            description = "An id or how it begins. Default: the interrupted one; with --checksum all that changed.")
    private @Nullable String revision;

    @ArgGroup
    private Ways ways = new Ways();

    @Mixin
    private JsonOption json = new JsonOption();

    ResolveCommand(CommandContext context) {
        this.context = context;
    }

    /** One of them at a time. */
    static final class Ways {

        @Option(names = "--applied", description = "The revision is applied, all of it.")
        private boolean applied;

        @Option(names = "--rolled-back", description = "Nothing is left of the revision.")
        private boolean rolledBack;

        @Option(names = "--done", description = "The statement in doubt took effect.")
        private boolean done;

        @Option(names = "--again", description = "The statement in doubt did not take effect, or may be repeated.")
        private boolean again;

        @Option(names = "--checksum", description = "Accept scripts that were changed after they were applied.")
        private boolean checksum;

        private @Nullable Resolution resolution() {
            return applied
                    ? Resolution.APPLIED
                    : rolledBack ? Resolution.ROLLED_BACK : done ? Resolution.DONE : again ? Resolution.AGAIN : null;
        }
    }

    @Override
    public Integer call() {
        if (ways.checksum) {
            return accept(context.commands().acceptChanges(revision));
        }
        Resolution resolution = ways.resolution();
        if (resolution == null) {
            return show(context.commands().interruptions().stream()
                    .filter(found -> revision == null || found.revision().startsWith(revision))
                    .toList());
        }
        Interruption resolved = context.commands().resolve(revision, resolution);
        if (json.isAsked()) {
            context.print(Shapes.resolved(List.of(resolved), List.of()));
        } else {
            context.out().println("Resolved " + resolved.revision() + ": " + words(resolution) + ".");
        }
        return ExitCode.DONE;
    }

    private static String words(Resolution resolution) {
        return switch (resolution) {
            case APPLIED -> "it is applied";
            case ROLLED_BACK -> "it is not applied";
            case DONE -> "its statement is done, and the next upgrade goes on behind it";
            case AGAIN -> "the next upgrade runs its statement again";
        };
    }

    private Integer accept(List<ChangedScript> accepted) {
        if (json.isAsked()) {
            context.print(Shapes.resolved(List.of(), accepted));
        } else if (accepted.isEmpty()) {
            context.out().println("No script was changed after it was applied.");
        } else {
            accepted.forEach(script -> context.out()
                    .println("Accepted " + script.location() + ": checksum " + script.applied() + " -> "
                            + script.present()));
        }
        return ExitCode.DONE;
    }

    private Integer show(List<Interruption> found) {
        if (json.isAsked()) {
            context.print(Shapes.resolved(found, List.of()));
        } else if (found.isEmpty()) {
            context.out().println("No revision is interrupted.");
        } else {
            found.forEach(this::print);
        }
        return found.isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }

    private void print(Interruption found) {
        context.out().println("Revision " + found.revision() + " was interrupted in " + found.position() + ".");
        if (!found.evidence().isEmpty()) {
            context.out().println("  " + found.evidence());
        }
        context.out()
                .println(
                        found.doubt() == Doubt.NONE
                                ? "  The next upgrade or downgrade goes on with it."
                                : "  Look at the database, then: aludel resolve " + found.revision()
                                        + " --done | --again | --applied | --rolled-back");
    }
}
