package dev.aludel.cli;

import dev.aludel.command.Commands;
import dev.aludel.compare.Comparison;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.text.OneLine;
import dev.aludel.text.SqlComment;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aludel compare}. */
@Command(
        name = "compare",
        description = "Print the differences between the entities and the database, one operation per line.",
        footer = {
            "",
            "Examples:",
            "  aludel compare              as text",
            "  aludel compare --sql        as SQL; runs nothing",
            "  aludel compare --json       for a program",
            "  aludel compare --verbose    also what is unmanaged"
        })
final class CompareCommand implements Callable<Integer> {

    private final CommandContext context;

    @ParentCommand
    private AludelCommand parent = new AludelCommand();

    @Option(names = "--strict", description = "Also report what revisions accept of an adopted schema.")
    private boolean strict;

    @Option(names = "--sql", description = "Print SQL statements.")
    private boolean sql;

    @Mixin
    private JsonOption json = new JsonOption();

    CompareCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Commands commands = context.commands();
        // also says that there is no database; Hibernate would ask for its dialect
        List<AppliedRevision> unknown = commands.status().unknown();
        Comparison comparison = commands.compare(strict);
        if (json.isAsked()) {
            context.print(Shapes.comparison(
                    comparison, unknown, commands.hazards(comparison), commands.statements(comparison)));
            return ExitCode.DONE;
        }
        if (sql) {
            print(commands.statements(comparison));
        } else {
            comparison.describe().forEach(context.out()::println);
        }
        if (comparison.isEqual()) {
            context.err().println("The entities and the database agree.");
        }
        tellOf(unknown);
        comparison.unproven().forEach(context.err()::println);
        comparison.candidates().forEach(candidate -> context.err().println("Maybe renamed: " + candidate));
        HazardText.of(commands.hazards(comparison), Set.of(), false).forEach(context.err()::println);
        if (parent.isVerbose()) {
            comparison.unmanaged().stream()
                    .map(object -> "unmanaged " + object)
                    .map(line -> sql ? SqlComment.of(line) : OneLine.of(line))
                    .forEach(context.out()::println);
        }
        return ExitCode.DONE;
    }

    private void tellOf(List<AppliedRevision> unknown) {
        if (!unknown.isEmpty()) {
            context.err()
                    .println("The database is ahead: what revisions made that this build does not have counts as a"
                            + " difference. They are:");
            unknown.forEach(row -> context.err().println("  " + RevisionText.step(row)));
        }
    }

    private void print(String statements) {
        if (!statements.isEmpty()) {
            context.script(statements + System.lineSeparator());
        }
    }
}
