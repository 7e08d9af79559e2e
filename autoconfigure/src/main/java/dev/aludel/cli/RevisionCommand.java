package dev.aludel.cli;

import dev.aludel.command.Defaults;
import dev.aludel.command.WrittenRevision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code aludel revision}: writes a script; the answer is its path. */
@Command(
        name = "revision",
        description = "Write a new revision that follows the head; prints its path.",
        footer = {
            "",
            "Examples:",
            "  aludel revision --autogenerate -m \"add email to users\"   from what differs between entities and database",
            "  aludel revision --autogenerate --default users.active=true   rows get a value in a new not-null column",
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

    @Option(
            names = "--default",
            paramLabel = "TABLE.COLUMN=SQL",
            description = {
                "What rows get in a column that must have a value from now on, such as users.email=\"''\"; repeatable.",
                "It fills the rows and does not stay in the database."
            })
    private Map<String, String> defaults = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RevisionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (!autogenerate && !defaults.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--default goes with --autogenerate alone.");
        }
        WrittenRevision written = context.commands().revision(message, autogenerate, id, new Defaults(defaults));
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
