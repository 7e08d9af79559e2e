package dev.aludel.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as picocli sees it. */
final class CommandLines {

    private static final String VERBOSE = "--verbose";

    private CommandLines() {}

    /**
     * All commands.
     *
     * @param failed what is told of a command that fails
     */
    static CommandLine of(Terminal terminal, Consumer<Throwable> failed) {
        return new CommandLine(new AludelCommand())
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((exception, arguments) -> wrongUsage(exception))
                .setExecutionExceptionHandler((exception, commandLine, result) -> {
                    failed.accept(exception);
                    return ExitCode.FAILED;
                });
    }

    /** Whether the arguments are a command that has something to do: not help, not a mistake. */
    static boolean needsApplication(CommandLine commandLine, String[] arguments) {
        try {
            ParseResult result = commandLine.parseArgs(arguments);
            boolean help = CommandLine.HelpCommand.class.isInstance(
                    innermost(result).commandSpec().userObject());
            return result.hasSubcommand() && !help && !innermost(result).isUsageHelpRequested();
        } catch (ParameterException e) {
            return false;
        }
    }

    static boolean isVerbose(ParseResult result) {
        return innermost(result).hasMatchedOption(VERBOSE);
    }

    private static ParseResult innermost(ParseResult result) {
        return result.hasSubcommand() ? innermost(result.subcommand()) : result;
    }

    /** The mistake, what was probably meant, and where to read on: a whole page of help would hide the mistake. */
    private static int wrongUsage(ParameterException exception) {
        CommandLine commandLine = exception.getCommandLine();
        PrintWriter err = commandLine.getErr();
        err.println("aludel: " + exception.getMessage());
        UnmatchedArgumentException.printSuggestions(exception, err);
        err.println("Try '" + commandLine.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }
}
