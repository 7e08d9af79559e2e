package dev.aludel.cli;

import dev.aludel.command.Defaults;
import dev.aludel.command.NewRevision;
import dev.aludel.command.RenameCandidatesException;
import dev.aludel.command.ScriptFormat;
import dev.aludel.command.WrittenRevision;
import dev.aludel.diff.RenameAnswers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code aludel revision}: writes a script; the answer is its path. */
@Command(
        name = "revision",
        description = "Write a new revision that follows the head; prints its path.",
        footer = {
            "",
            "Examples:",
            "  aludel revision --autogenerate -m \"add email to users\"   from what differs between entities and database",
            "  aludel revision --autogenerate --default users.active=true   rows get a value in a new not-null column",
            "  aludel revision --autogenerate --rename users.name=full_name -m \"full names\"",
            "  aludel revision --autogenerate --online -m \"index the names\"   on a live database",
            "  aludel revision -m \"fill the new column\"                 an empty one, to write the SQL yourself",
            "  aludel revision --java -m \"hash the passwords\"         an empty class, to write Java yourself",
            "  aludel revision -m \"orders\" --head base --branch-label orders    begins a line of its own",
            "  aludel revision -m \"more orders\" --head orders@head     where there are several heads",
            "Read what autogenerate wrote before you apply it."
        })
final class RevisionCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private NewRevisionOptions options = new NewRevisionOptions();

    @Option(names = "--autogenerate", description = "Write what differs between the entities and the database.")
    private boolean autogenerate;

    @Option(
            names = "--online",
            description = {
                "With --autogenerate: plan for a database that is written to meanwhile. Several revisions, where that takes",
                "several transactions; prints the path of each."
            })
    private boolean online;

    @Option(
            names = "--strict",
            description = "With --autogenerate: propose what revisions accept of an adopted schema, too.")
    private boolean strict;

    @Option(names = "--sql", description = "Write an SQL script, whatever aludel.script-format says.")
    private boolean sql;

    @Option(
            names = "--java",
            description = "Write a class that does the same by Operations, into the package of aludel.packages.")
    private boolean java;

    @Option(
            names = "--head",
            paramLabel = "REVISION",
            description = "What it follows: an id, label@head, heads for all; base for nothing. Default: head.")
    private List<String> heads = new ArrayList<>();

    @Option(
            names = "--depends-on",
            paramLabel = "REVISION",
            description = "A revision of another branch that must be there first; may be repeated.")
    private List<String> dependsOn = new ArrayList<>();

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "With --autogenerate: a table (users=accounts), column (users.name=full_name) or sequence was"
                    + " renamed; may be repeated.")
    private List<String> renamed = new ArrayList<>();

    @Option(
            names = "--drop",
            paramLabel = "NAME",
            description = "With --autogenerate: a table or column (users.name) was not renamed, but is to go; may be"
                    + " repeated.")
    private List<String> dropped = new ArrayList<>();

    @Option(
            names = "--default",
            paramLabel = "TABLE.COLUMN=SQL",
            description = {
                "What rows get in a column that must have a value from now on, such as users.email=\"''\"; repeatable.",
                "It fills the rows and does not stay in the database."
            })
    private Map<String, String> defaults = new LinkedHashMap<>();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RevisionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (online && !autogenerate) {
            throw new ParameterException(spec.commandLine(), "--online goes with --autogenerate alone.");
        }
        if (strict && !autogenerate) {
            throw new ParameterException(spec.commandLine(), "--strict goes with --autogenerate alone.");
        }
        if (!autogenerate && !defaults.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--default goes with --autogenerate alone.");
        }
        RenameAnswers answers = answers();
        NewRevision asked = options.after(heads.isEmpty() ? List.of("head") : heads, dependsOn, "")
                .withFormat(format())
                .withOnline(online)
                .withStrict(strict);
        WrittenRevision written = autogenerate
                ? autogenerated(asked, answers)
                : context.commands().revision(asked);
        WrittenText.tell(written, online, json, context);
        return ExitCode.DONE;
    }

    private @Nullable ScriptFormat format() {
        if (sql && java) {
            throw new ParameterException(spec.commandLine(), "--sql and --java exclude each other.");
        }
        return sql ? ScriptFormat.SQL : java ? ScriptFormat.JAVA : null;
    }

    /** On a terminal what may have been renamed is asked until all is known. */
    private WrittenRevision autogenerated(NewRevision asked, RenameAnswers given) {
        RenameAnswers answers = given;
        while (true) {
            try {
                return context.commands().autogenerate(asked, answers, new Defaults(defaults));
            } catch (RenameCandidatesException e) {
                answers = ask(e, answers).orElseThrow(() -> e);
            }
        }
    }

    private Optional<RenameAnswers> ask(RenameCandidatesException open, RenameAnswers known) {
        return Optional.ofNullable(context.terminal().prompt())
                .flatMap(prompt -> new RenameQuestions(prompt, context.err()).ask(open.candidates(), known));
    }

    private RenameAnswers answers() {
        if (!autogenerate && !(renamed.isEmpty() && dropped.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--rename and --drop go with --autogenerate");
        }
        RenameAnswers answers = new RenameAnswers(List.of(), dropped);
        for (String rename : renamed) {
            int equals = rename.indexOf('=');
            if (equals < 1 || equals == rename.length() - 1) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--rename takes OLD=NEW, as in users.name=full_name, and not '" + rename + "'");
            }
            answers = answers.andRenamed(rename.substring(0, equals), rename.substring(equals + 1));
        }
        return answers;
    }
}
