package dev.aludel.cli;

import dev.aludel.runner.Status;
import dev.aludel.runner.version.ChangedScript;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aludel status}. */
@Command(
        name = "status",
        description = "Print the state of the database in short, without comparing entities.",
        footer = {"", "Example: aludel status", "To compare entities and database: aludel check"})
final class StatusCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    StatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Status status = context.commands().status();
        List<ChangedScript> changed = context.commands().changedScripts();
        if (json.isAsked()) {
            context.print(Shapes.status(status, changed));
            return ExitCode.DONE;
        }
        PrintWriter out = context.out();
        out.println("Status:   " + status.state());
        out.println("Current:  " + ids(status.current(), "base"));
        out.println("Heads:    " + ids(status.heads(), "none: there are no revisions"));
        out.println("Applied:  " + RevisionText.count(status.applied().size()));
        out.println("Pending:  " + RevisionText.count(status.pending().size()));
        status.pending().forEach(revision -> out.println("          " + RevisionText.step(revision)));
        if (!status.unknown().isEmpty()) {
            out.println("Unknown:  " + RevisionText.count(status.unknown().size()) + " that this build does not have");
            status.unknown().forEach(row -> out.println("          " + RevisionText.step(row)));
            context.err().println(RevisionText.AHEAD);
        }
        if (!changed.isEmpty()) {
            out.println("Changed:  "
                    + (changed.size() == 1 ? "1 script since it was" : changed.size() + " scripts since they were")
                    + " applied");
            changed.forEach(script -> out.println("          " + script.revision() + ", " + script.location()));
            context.err()
                    .println("Restore what was changed, and put the change into a new revision; or accept it with"
                            + " 'aludel resolve --checksum"
                            + (changed.size() == 1 ? " " + changed.get(0).revision() : "") + "'.");
        }
        return ExitCode.DONE;
    }

    private static String ids(List<String> ids, String none) {
        return ids.isEmpty() ? none : String.join(", ", ids);
    }
}
