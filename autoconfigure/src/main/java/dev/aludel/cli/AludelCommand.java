package dev.aludel.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code aludel} alone: says what there is. Its options are those of every command. */
@Command(
        name = "aludel",
        description = {"Your entities are the schema: Aludel brings the database to them, revision by revision.", ""},
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Every day:",
            "  aludel revision --autogenerate -m \"add email to users\"   after a change of the entities",
            "  aludel upgrade                                           bring the database to it",
            "  aludel downgrade -1                                      and back",
            "Of each command: aludel COMMAND --help. Options with a dot are Spring's: --spring.profiles.active=dev"
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
            description = "Tell more: details, the log, the stack trace of a failure.")
    private boolean verbose;

    boolean isVerbose() {
        return verbose;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
