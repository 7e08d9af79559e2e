package dev.aludel.cli;

import static java.util.stream.Collectors.joining;

import dev.aludel.documentation.GeneratedPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code docs/reference/commands.md} is made from the model of the command line: what {@code --help} prints. */
class CommandsPageTests {

    private static final List<String> EVERYWHERE = List.of("--help", "--verbose");
    private static final String HEAD = """
            # Commands

            Run `./aludel <command>` in a project, and `java -jar app.jar aludel <command>` anywhere else. Every command has `--help`, and `--verbose`,
            which prints more of the log and the stack trace of a failure. An option with a dot in its name is a property: `--spring.profiles.active=dev`. This page is
            made from the code.

            Standard output has only the answer. Logs and errors go to standard error. With `--json` the answer is [JSON](json.md).

            | exit code | meaning |
            |---|---|
            | 0 | done; or the answer is yes |
            | 1 | failed: one line on standard error says why, and what to do |
            | 2 | wrong usage |
            | 3 | the answer is no |

            ## Which revision

            | you write | meaning |
            |---|---|
            | `3f2a9c1b7d40`, `3f2a` | an id, or a beginning that no other id has |
            | `head`, `heads` | the last revision; the last revisions of all branches |
            | `base` | before the first revision |
            | `current` | where the database is |
            | `+2`, `-1`, `3f2a+1`, `3f2a-1` | so many further, so many back |
            | `orders@head`, `orders@base`, `orders@+1` | the same in the branch with this label |
            | `3f2a:9c1b`, `3f2a:`, `:9c1b` | a range |

            ## All commands

            """;

    @Test
    void saysWhatHelpSays() throws IOException {
        List<CommandSpec> commands = commandLine().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .toList();

        GeneratedPage.check(
                "docs/reference/commands.md",
                HEAD + "| command | does |\n|---|---|\n"
                        + commands.stream().map(CommandsPageTests::line).collect(joining())
                        + commands.stream().map(CommandsPageTests::section).collect(joining()));
    }

    static CommandLine commandLine() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return CommandLines.of(
                new CommandContext(
                        new Terminal(nowhere, nowhere, null),
                        () -> {
                            throw new IllegalStateException();
                        },
                        null),
                new String[0],
                failure -> {});
    }

    private static String line(CommandSpec command) {
        return "| [`%s`](#%s) | %s |\n"
                .formatted(
                        command.name(),
                        command.name(),
                        cell(command.usageMessage().description()[0]));
    }

    private static String section(CommandSpec command) {
        String rows = Stream.concat(
                        command.positionalParameters().stream()
                                .map(parameter -> row(parameter.paramLabel(), parameter.description())),
                        command.options().stream()
                                .filter(option -> !EVERYWHERE.contains(option.longestName()))
                                .sorted(Comparator.comparing(OptionSpec::longestName))
                                .map(option -> row(names(option), option.description())))
                .collect(joining());
        return "\n## `%s`\n\n%s\n"
                        .formatted(
                                command.name(),
                                cell(String.join(" ", command.usageMessage().description())))
                + (rows.isEmpty() ? "" : "\n| argument | meaning |\n|---|---|\n" + rows)
                + footer(command.usageMessage().footer());
    }

    private static String names(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return String.join(", ", Arrays.asList(option.names())) + value;
    }

    private static String row(String name, String[] description) {
        return "| `%s` | %s |\n".formatted(name, cell(String.join(" ", description)));
    }

    private static String cell(String text) {
        return Help.Ansi.OFF.string(text).replace("|", "\\|").replace("<", "&lt;");
    }

    /** The lines below the options: examples and hints. */
    private static String footer(String[] footer) {
        String lines = Stream.of(footer)
                .map(line -> Help.Ansi.OFF.string(line.replace("%%", "%")))
                .dropWhile(String::isBlank)
                .collect(joining("\n"));
        return lines.isBlank() ? "" : "\n```\n" + lines + "\n```\n";
    }
}
