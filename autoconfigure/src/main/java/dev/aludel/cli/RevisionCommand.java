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
        description = "Write a new revision that follows the head, and print its path.",
        footer = {
            "",
            "Examples:",
            "  aludel revision --autogenerate -m \"add email to users\"   write what differs",
            "  aludel revision --autogenerate --default users.active=true   a value for existing rows",
            "  aludel revision --autogenerate --rename users.name=full_name -m \"full names\"",
            "  aludel revision --autogenerate --online -m \"index the names\"   on a live database",
            "  aludel revision --amend                                  rewrite the latest revision after another change",
            "  aludel revision -m \"fill the new column\"                 an empty script for your own SQL",
            "  aludel revision --java -m \"hash the passwords\"         an empty class for your own Java",
            "  aludel revision -m \"orders\" --head base --branch-label orders    begin a separate branch",
            "  aludel revision -m \"more orders\" --head orders@head     follow one of several heads",
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
                "Rewrite the latest revision from the entities as they are now. It keeps its id, place and message (unless -m).",
                "If this database has applied it, undo it first."
            })
    private boolean amend;

    @Option(names = "--yes", description = "With --amend: undo it without a question.")
    private boolean yes;

    @Option(
            names = "--force",
            description = "With --amend: also rewrite a script that was edited by hand. The edits are lost.")
    private boolean force;

    @Option(
            names = "--online",
            description = {
                "With --autogenerate: plan online, while the application reads and writes. May write several revisions,",
                "and prints the path of each."
            })
    private boolean online;

    @Option(
            names = "--strict",
            description = "With --autogenerate: also change what revisions accept of an adopted schema.")
    private boolean strict;

    @Option(names = "--sql", description = "Write an SQL script, regardless of aludel.script-format.")
    private boolean sql;

    @Option(names = "--java", description = "Write a Java class, into the first package of aludel.packages.")
    private boolean java;

    @Option(
            names = "--head",
            paramLabel = "REVISION",
            description = "Revision that it follows: an id, label@head, heads for all, base for none. Default: head.")
    private List<String> heads = new ArrayList<>();

    @Option(
            names = "--depends-on",
            paramLabel = "REVISION",
            description = "Revision of another branch that must be applied first. May be repeated.")
    private List<String> dependsOn = new ArrayList<>();

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description =
                    "With --autogenerate: rename a table (users=accounts), column (users.name=full_name) or sequence."
                            + " May be repeated.")
    private List<String> renamed = new ArrayList<>();

    @Option(
            names = "--drop",
            paramLabel = "NAME",
            description = "With --autogenerate: drop a table or column (users.name) that looks renamed. May be"
                    + " repeated.")
    private List<String> dropped = new ArrayList<>();

    @Option(
            names = "--default",
            paramLabel = "TABLE.COLUMN=SQL",
            description = {
                "Value of existing rows in a column that becomes not null, such as users.email=\"''\". May be repeated.",
                "Fills the rows, and does not stay as a default."
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
