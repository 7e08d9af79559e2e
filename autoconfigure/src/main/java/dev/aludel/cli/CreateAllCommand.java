package dev.aludel.cli;

import dev.aludel.operation.Operation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aludel create-all}. */
@Command(
        name = "create-all",
        description = "Create what the database lacks, without revisions.",
        footer = {
            "",
            "For a throw-away database. It changes and drops nothing, and records no revision.",
            "Example: aludel create-all"
        })
final class CreateAllCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    CreateAllCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.commands().status(); // says that there is no database; Hibernate would ask for its dialect
        List<Operation> created = context.commands().createAll();
        if (json.isAsked()) {
            context.print(Shapes.created(created));
            return ExitCode.DONE;
        }
        created.forEach(operation -> context.out().println(operation.describe()));
        if (created.isEmpty()) {
            context.err().println("Nothing is missing.");
        }
        return ExitCode.DONE;
    }
}
