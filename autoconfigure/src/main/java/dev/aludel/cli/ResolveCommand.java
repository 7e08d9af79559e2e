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
            "Show the state of an interrupted revision, or record its outcome.",
            "Without an option it changes nothing; the exit code is 3 if a revision is interrupted. Most continue with the next upgrade."
        },
        footer = {
            "",
            "Examples:",
            "  aludel resolve                      the exact state",
            "  aludel resolve 3f2a --done          its last statement took effect: upgrade continues behind it",
            "  aludel resolve 3f2a --again         it did not: upgrade runs the statement again",
            "  aludel resolve 3f2a --applied       you finished the revision by hand",
            "  aludel resolve 3f2a --rolled-back   you undid the revision by hand",
            "  aludel resolve --checksum           accept scripts that changed after they were applied"
        })
final class ResolveCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            arity = "0..1",
            paramLabel = "REVISION",
            description =
                    "An id or its beginning. Default: the interrupted revision; with --checksum all changed ones.")
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

        @Option(names = "--applied", description = "The whole revision is applied.")
        private boolean applied;

        @Option(names = "--rolled-back", description = "Nothing is left of the revision.")
        private boolean rolledBack;

        @Option(names = "--done", description = "The last statement took effect.")
        private boolean done;

        @Option(names = "--again", description = "The last statement did not take effect, or may run again.")
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
