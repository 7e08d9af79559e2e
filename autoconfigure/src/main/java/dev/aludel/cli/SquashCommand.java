package dev.aludel.cli;

import dev.aludel.command.WrittenSquash;
import dev.aludel.script.Script;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel squash}. */
@Command(
        name = "squash",
        description = {
            "Replace several revisions with one, and prove on scratch databases that it does the same.",
            "A database before the range runs the new revision. A database past the range records it. A database within",
            "the range first runs the rest of it, so keep the scripts until every database is past the range."
        },
        footer = {
            "",
            "Examples:",
            "  aludel squash 3f2a:9c1b                   these two and all between",
            "  aludel squash :9c1b -m \"the first year\"   everything from the base on",
            "The role needs CREATEDB for the scratch databases. Otherwise name an empty database with --scratch-url."
        })
final class SquashCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "RANGE", description = "First and last revision, <first>:<last>.")
    private String range = "";

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "Message of the new revision, in one line. Part of the file name.")
    private String message = "";

    @Option(names = "--rev-id", paramLabel = "ID", description = "Id of the revision. Default: a random one.")
    private @Nullable String id;

    @Option(
            names = "--scratch-url",
            paramLabel = "URL",
            description = "JDBC URL of an empty database to use. It is empty again afterwards.")
    private @Nullable String scratchUrl;

    @Mixin
    private JsonOption json = new JsonOption();

    SquashCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        WrittenSquash written = context.commands().squash(range, message, id, scratchUrl);
        if (json.isAsked()) {
            context.print(Shapes.squash(written));
            return ExitCode.DONE;
        }
        Script script = written.script();
        context.err()
                .println("%s replaces %s, %s to %s."
                        .formatted(
                                script.id(),
                                RevisionText.count(written.squash().replaced().size()),
                                written.squash().first().id(),
                                written.squash().last().id()));
        context.err()
                .println("Proven on scratch databases: it leads to the same schema, rows and privileges"
                        + (written.reversible() ? ", and back." : "; there is no way back."));
        context.err()
                .println("Once 'aludel upgrade' has run on every database with this script, and is past "
                        + written.squash().last().id() + " there, these may go:");
        written.replaced().forEach(location -> context.err().println("  " + location));
        context.out().println(written.file());
        return ExitCode.DONE;
    }
}
