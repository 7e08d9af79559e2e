package dev.aludel.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code aludel} alone: says what there is. Its options are those of every command. */
@Command(
        name = "aludel",
        description = {"Compare your entities with the database, write revisions, and apply them.", ""},
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Every day:",
            "  aludel revision --autogenerate -m \"add email to users\"   after you changed an entity",
            "  aludel upgrade                                           apply it",
            "  aludel downgrade -1                                      undo it",
            "Help on a command: aludel COMMAND --help. An option with a dot is a property: --spring.profiles.active=dev"
        })
final class AludelCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Print details, more of the log, and the stack trace of a failure.")
    private boolean verbose;

    @Option(
            names = "--unit",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Work on the database of this unit (aludel.units.NAME).")
    @SuppressWarnings("UnusedVariable") // read of the parsed arguments
    private @Nullable String unit;

    boolean isVerbose() {
        return verbose;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
