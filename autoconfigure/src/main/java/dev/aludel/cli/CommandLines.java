package dev.aludel.cli;

import dev.aludel.revision.Nearest;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as picocli sees it. */
final class CommandLines {

    private static final String VERBOSE = "--verbose";

    /** Speaks of all commands. */
    private static final String COMPLETION = "completion";

    private static final Map<String, Function<CommandContext, Callable<Integer>>> COMMANDS = commands();

    /** Columns of help, so that examples with their explanations fit on a line. */
    private static final int WIDTH = 110;

    private CommandLines() {}

    /**
     * All commands; the asked one alone where the first word is its name, since to describe them all takes longer than to run some.
     *
     * @param failed what is told of a command that fails
     */
    static CommandLine of(CommandContext context, String[] arguments, Consumer<Throwable> failed) {
        CommandLine commandLine = new CommandLine(new AludelCommand());
        asked(arguments).forEach(command -> commandLine.addSubcommand(command.apply(context)));
        return commandLine
                .setOut(context.out())
                .setErr(context.err())
                .setUsageHelpWidth(WIDTH)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((exception, words) -> wrongUsage(exception))
                .setExecutionExceptionHandler((exception, command, result) -> {
                    failed.accept(exception);
                    return ExitCode.FAILED;
                });
    }

    private static Collection<Function<CommandContext, Callable<Integer>>> asked(String... arguments) {
        String word = arguments.length == 0 ? "" : arguments[0];
        Function<CommandContext, Callable<Integer>> asked =
                word.equals(TrainCommand.NAME) ? TrainCommand::new : COMMANDS.get(word);
        return asked == null || word.equals(COMPLETION) ? COMMANDS.values() : List.of(asked);
    }

    /** In the order in which a newcomer needs them. */
    private static Map<String, Function<CommandContext, Callable<Integer>>> commands() {
        Map<String, Function<CommandContext, Callable<Integer>>> commands = new LinkedHashMap<>();
        commands.put("init", InitCommand::new);
        commands.put("revision", RevisionCommand::new);
        commands.put("merge", MergeCommand::new);
        commands.put("rebase", RebaseCommand::new);
        commands.put("squash", SquashCommand::new);
        commands.put("upgrade", UpgradeCommand::new);
        commands.put("downgrade", DowngradeCommand::new);
        commands.put("status", StatusCommand::new);
        commands.put("current", CurrentCommand::new);
        commands.put("history", HistoryCommand::new);
        commands.put("heads", HeadsCommand::new);
        commands.put("show", ShowCommand::new);
        commands.put("branches", BranchesCommand::new);
        commands.put("edit", EditCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("lint", LintCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("resolve", ResolveCommand::new);
        commands.put("doctor", DoctorCommand::new);
        commands.put("stamp", StampCommand::new);
        commands.put("ensure-version", EnsureVersionCommand::new);
        commands.put("create-all", CreateAllCommand::new);
        commands.put(COMPLETION, CompletionCommand::new);
        return commands;
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

    /** Returns the unit that is asked for; null where none is named. */
    static @Nullable String unit(ParseResult result) {
        return innermost(result).matchedOptionValue("--unit", null);
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
