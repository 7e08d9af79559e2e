package dev.aludel.cli;

import dev.aludel.AludelException;
import dev.aludel.cli.Terminal.Prompt;
import dev.aludel.command.Amendment;
import dev.aludel.command.Defaults;
import dev.aludel.command.NewRevision;
import dev.aludel.command.RenameCandidatesException;
import dev.aludel.command.ScriptFormat;
import dev.aludel.command.WrittenRevision;
import dev.aludel.diff.RenameAnswers;
import dev.aludel.runner.version.AppliedRevision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
            "  aludel revision --amend                                  after another change, the latest one anew",
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
            names = "--amend",
            description = {
                "Write the latest revision anew from the entities as they are now: the same id, place and message (unless -m).",
                "Where this database has applied it, it is taken back first."
            })
    private boolean amend;

    @Option(names = "--yes", description = "With --amend: take it back without a question.")
    private boolean yes;

    @Option(
            names = "--force",
            description = "With --amend: also where something in it was written by hand, which goes.")
    private boolean force;

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
        refuseMisfits();
        RenameAnswers answers = answers();
        NewRevision asked = options.after(heads.isEmpty() ? List.of("head") : heads, dependsOn)
                .withFormat(format())
                .withOnline(online)
                .withStrict(strict);
        if (amend) {
            return amended(asked, answers);
        }
        WrittenRevision written = autogenerate
                ? untilAnswered(answers, given -> context.commands().autogenerate(asked, given, new Defaults(defaults)))
                : context.commands().revision(asked);
        WrittenText.tell(written, online, json, context);
        return ExitCode.DONE;
    }

    private void refuseMisfits() {
        if (online && !autogenerate) {
            throw new ParameterException(spec.commandLine(), "--online goes with --autogenerate alone");
        }
        if (strict && !autogenerate && !amend) {
            throw new ParameterException(spec.commandLine(), "--strict goes with --autogenerate alone");
        }
        if (!autogenerate && !amend && !defaults.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--default goes with --autogenerate alone");
        }
        if (!amend && (yes || force)) {
            throw new ParameterException(spec.commandLine(), "--yes and --force go with --amend");
        }
        if (amend && (online || sql || java || !dependsOn.isEmpty() || options.sayMoreThanTheMessage())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--amend keeps id, place, labels, dependencies and format: it goes with -m, --head, --default,"
                            + " --rename and --drop");
        }
    }

    private Integer amended(NewRevision asked, RenameAnswers answers) {
        Amendment amendment = context.commands().amendment(asked.heads(), force);
        if (amendment.applied() != null && !yes && !agrees(amendment.applied())) {
            return ExitCode.NO;
        }
        WrittenRevision written = untilAnswered(
                answers, given -> context.commands().amend(amendment, asked, given, new Defaults(defaults)));
        if (!written.written()) {
            context.err()
                    .println("Nothing is left to do without it: delete '" + amendment.file()
                            + "', which was left as it is.");
        }
        WrittenText.tell(written, false, json, context);
        return ExitCode.DONE;
    }

    private boolean agrees(AppliedRevision applied) {
        Prompt prompt = context.terminal().prompt();
        if (prompt == null) {
            throw new AludelException("Revision " + applied.described()
                    + " is applied in this database, and is taken back before it is written anew. If no other database has it:"
                    + " aludel revision --amend --yes");
        }
        String answer = prompt.ask(
                "Revision " + applied.described()
                        + " is applied in this database. Take it back, with the rows of what it made, and write it anew? [y/N] ");
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    private @Nullable ScriptFormat format() {
        if (sql && java) {
            throw new ParameterException(spec.commandLine(), "--sql and --java exclude each other");
        }
        return sql ? ScriptFormat.SQL : java ? ScriptFormat.JAVA : null;
    }

    /** On a terminal what may have been renamed is asked until all is known. */
    private WrittenRevision untilAnswered(RenameAnswers given, Function<RenameAnswers, WrittenRevision> work) {
        RenameAnswers answers = given;
        while (true) {
            try {
                return work.apply(answers);
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
        if (!autogenerate && !amend && !(renamed.isEmpty() && dropped.isEmpty())) {
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
