package dev.aludel.cli;

import dev.aludel.revision.Nearest;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as picocli sees it. */
final class CommandLines {

    private static final String VERBOSE = "--verbose";

    /** Columns of help, so that examples with their explanations fit on a line. */
    private static final int WIDTH = 110;

    private CommandLines() {}

    /**
     * All commands.
     *
     * @param failed what is told of a command that fails
     */
    static CommandLine of(CommandContext context, Consumer<Throwable> failed) {
        CommandLine commandLine = new CommandLine(new AludelCommand());
        commands(context).forEach(commandLine::addSubcommand);
        return commandLine
                .setOut(context.out())
                .setErr(context.err())
                .setUsageHelpWidth(WIDTH)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((exception, arguments) -> wrongUsage(exception))
                .setExecutionExceptionHandler((exception, command, result) -> {
                    failed.accept(exception);
                    return ExitCode.FAILED;
                });
    }

    /** In the order in which a newcomer needs them. */
    private static List<Callable<Integer>> commands(CommandContext context) {
        return List.of(
                new InitCommand(context),
                new RevisionCommand(context),
                new MergeCommand(context),
                new RebaseCommand(context),
                new SquashCommand(context),
                new UpgradeCommand(context),
                new DowngradeCommand(context),
                new StatusCommand(context),
                new CurrentCommand(context),
                new HistoryCommand(context),
                new HeadsCommand(context),
                new ShowCommand(context),
                new BranchesCommand(context),
                new EditCommand(context),
                new CheckCommand(context),
                new CompareCommand(context),
                new LintCommand(context),
                new VerifyCommand(context),
                new ResolveCommand(context),
                new DoctorCommand(context),
                new StampCommand(context),
                new EnsureVersionCommand(context),
                new CreateAllCommand(context),
                new CompletionCommand(context));
    }

    /** Whether the arguments are a command that has something to do: not help, not a mistake. */
    static boolean needsApplication(CommandLine commandLine, String[] arguments) {
        try {
            ParseResult result = commandLine.parseArgs(arguments);
            boolean alone = CompletionCommand.class.isInstance(
                    innermost(result).commandSpec().userObject());
            return result.hasSubcommand() && !alone && !innermost(result).isUsageHelpRequested();
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
        err.println("aludel: " + mistake(exception));
        List<String> near = near(exception);
        if (!near.isEmpty()) {
            err.println("Did you mean: " + String.join(" or ", near) + "?");
        }
        err.println("Try '" + commandLine.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static List<String> near(ParameterException exception) {
        return exception instanceof UnmatchedArgumentException unmatched
                ? Nearest.to(unmatched.getUnmatched().get(0), unmatched.getSuggestions())
                : List.of();
    }

    private static String mistake(ParameterException exception) {
        boolean commands = !exception.getCommandLine().getSubcommands().isEmpty();
        if (exception instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String first = unmatched.getUnmatched().get(0);
            return commands ? "There is no command '" + first + "'." : surplus(exception.getCommandLine(), first);
        }
        String message = message(exception);
        return message.matches("(?s).*[.?!]") ? message : message + ".";
    }

    /** Without the word with which picocli begins some. */
    private static String message(ParameterException exception) {
        String message = String.valueOf(exception.getMessage());
        return exception instanceof MutuallyExclusiveArgsException ? message.substring("Error: ".length()) : message;
    }

    /** An argument beyond those that a command takes. */
    private static String surplus(CommandLine commandLine, String argument) {
        String name = commandLine.getCommandName();
        List<PositionalParamSpec> positions = commandLine.getCommandSpec().positionalParameters();
        return positions.isEmpty()
                ? "'%s' takes no '%s', but options alone.".formatted(name, argument)
                : "'%s' takes one %s, and '%s' is another one."
                        .formatted(name, positions.get(0).paramLabel(), argument);
    }
}
