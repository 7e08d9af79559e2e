package dev.aludel.cli;

import dev.aludel.command.WrittenRevision;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aludel revision}: writes a script; the answer is its path. */
@Command(
        name = "revision",
        description = "Write a new revision that follows the head; prints its path.",
        footer = {
            "",
            "Examples:",
            "  aludel revision --autogenerate -m \"add email to users\"   from what differs between entities and database",
            "  aludel revision -m \"fill the new column\"                 an empty one, to write the SQL yourself",
            "Read what autogenerate wrote before you apply it."
        })
final class RevisionCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What it does, one line; part of the file's name.")
    private String message = "";

    @Option(names = "--autogenerate", description = "Write what differs between the entities and the database.")
    private boolean autogenerate;

    @Option(names = "--rev-id", paramLabel = "ID", description = "Its id; a random one otherwise.")
    private @Nullable String id;

    RevisionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        WrittenRevision written = context.commands().revision(message, autogenerate, id);
        written.operations().forEach(operation -> context.err().println("Detected " + operation.describe()));
        written.hazards().forEach(hazard -> context.err().println("Hazard " + hazard.code() + ": " + hazard.message()));
        if (written.script() == null || written.file() == null) {
            context.err().println("No new upgrade operations detected: no revision was written.");
            return ExitCode.DONE;
        }
        context.err().println("Generating revision " + written.script().id() + " ...  done");
        context.out().println(written.file());
        return ExitCode.DONE;
    }
}
