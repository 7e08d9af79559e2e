package dev.aludel.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code aludel completion}: answered without the application, as help is. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh.",
        footer = {
            "",
            "Examples:",
            "  source <(./aludel completion)                          for this shell",
            "  ./aludel completion > ~/.aludel-completion             then in ~/.bashrc or ~/.zshrc:",
            "                                                         source ~/.aludel-completion",
            "Try it: ./aludel down<Tab>"
        })
final class CompletionCommand implements Callable<Integer> {

    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.out().print(AutoComplete.bash("aludel", spec.root().commandLine()));
        return ExitCode.DONE;
    }
}
