package dev.aludel.command;

import dev.aludel.OperationRewriter;
import dev.aludel.compare.Baseline;
import dev.aludel.compare.Comparison;
import dev.aludel.dialect.Dialect;
import dev.aludel.diff.RenameAnswers;
import dev.aludel.diff.online.OnlinePlan;
import dev.aludel.diff.online.OnlineStep;
import dev.aludel.diff.provenance.Difference;
import dev.aludel.hazard.Hazard;
import dev.aludel.lint.Review;
import dev.aludel.revision.Move;
import dev.aludel.revision.Revision;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.Status;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.runner.version.DatabaseAheadException;
import dev.aludel.runner.version.DatabaseBehindException;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.Checksums;
import dev.aludel.script.EditableScript;
import dev.aludel.script.JavaFolder;
import dev.aludel.script.JavaWriter;
import dev.aludel.script.JavaWriter.Way;
import dev.aludel.script.Script;
import dev.aludel.script.ScriptFolder;
import dev.aludel.script.Scripts;
import dev.aludel.script.SqlBody;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes revision scripts, and rewrites where one stands in the graph. */
final class Authoring {

    private final MigrationRunner runner;
    private final Dialect dialect;
    private final Settings settings;
    private final List<OperationRewriter> rewriters;

    Authoring(MigrationRunner runner, Dialect dialect, Settings settings, List<OperationRewriter> rewriters) {
        this.rewriters = rewriters;
        this.runner = runner;
        this.dialect = dialect;
        this.settings = settings;
    }

    ScriptFolder folder() {
        return new ScriptFolder(settings.writeLocation(), settings.fileTemplate(), settings.timezone());
    }

    WrittenRevision empty(NewRevision asked) {
        return empty(next().of(asked), asked);
    }

    WrittenRevision merge(NewRevision asked) {
        return empty(next().merging(asked), asked);
    }

    private WrittenRevision empty(Revision revision, NewRevision asked) {
        Script script = script(revision, List.of(), true, null, SqlBody.of("", ""));
        return new WrittenRevision(script, write(script, asked, Way.empty(), Way.empty()), List.of(), List.of());
    }

    WrittenRevision autogenerate(NewRevision asked, RenameAnswers answers, Defaults defaults) {
        Revision revision = next().of(asked);
        refuseElsewhere();
        Comparison found = asked.strict() ? runner.compareStrictly(answers) : runner.compare(answers);
        if (!found.candidates().isEmpty()) {
            throw new RenameCandidatesException(found.candidates());
        }
        Comparison comparison = rewritten(defaults.applyTo(found));
        if (comparison.isEqual()) {
            return new WrittenRevision(null, null, List.of(), List.of());
        }
        List<OnlineStep> steps = steps(comparison, asked.online() || settings.online());
        List<Revision> revisions =
                next().inSteps(revision, steps.stream().map(OnlineStep::label).toList());
        List<WrittenRevision> written = new ArrayList<>();
        List<Hazard> hazards = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            List<Hazard> inTheWay = i == 0 ? comparison.hazards() : List.of();
            Autogenerate generated =
                    new Autogenerate(dialect, steps.get(i), comparison.unmanaged(), inTheWay, comparison.situation());
            written.add(write(revisions.get(i), steps.get(i).transactional(), generated, asked));
            hazards.addAll(generated.hazardsAnywhere());
        }
        WrittenRevision first = written.get(0);
        return new WrittenRevision(
                first.script(),
                first.file(),
                comparison.differences(),
                Review.of(runner).counted(hazards),
                comparison.situation().small(),
                written.subList(1, written.size()));
    }

    Amendment amendment(List<String> heads, boolean force) {
        return new Amending(runner, sources()).of(heads, force);
    }

    /** Takes a revision back where it is applied, and writes it anew. */
    WrittenRevision amend(Amendment amendment, NewRevision asked, RenameAnswers answers, Defaults defaults) {
        Script before = amendment.script();
        if (applied().contains(before.id())) {
            runner.downgrade(before.id() + "@-1");
        }
        Comparison found = asked.strict() ? runner.compareStrictly(answers) : runner.compare(answers);
        if (!found.candidates().isEmpty()) {
            throw new RenameCandidatesException(found.candidates());
        }
        Comparison comparison = rewritten(defaults.applyTo(found));
        if (comparison.isEqual()) {
            return new WrittenRevision(null, null, List.of(), List.of());
        }
        Autogenerate generated = new Autogenerate(dialect, comparison);
        Script script = amendment.script(asked.message(), generated);
        Path file = amendment.isClass()
                ? sources()
                        .orElseThrow(NoPackageException::new)
                        .rewrite(
                                amendment.file(),
                                script,
                                new JavaWriter(dialect.renderer()::render),
                                generated.upgradeWay(),
                                generated.downgradeWay())
                : ScriptFolder.rewrite(amendment.file(), script);
        postWrite(file);
        return new WrittenRevision(
                script, file, comparison.differences(), Review.of(runner).counted(generated.hazardsAnywhere()));
    }

    private List<OnlineStep> steps(Comparison comparison, boolean online) {
        return online
                ? OnlinePlan.of(
                        comparison.differences(),
                        comparison.database(),
                        new ServerInUse(dialect, comparison.situation()))
                : List.of(new OnlineStep(true, "", comparison.differences()));
    }

    private WrittenRevision write(Revision revision, boolean transactional, Autogenerate generated, NewRevision asked) {
        SqlBody body = SqlBody.of(generated.upgrade(), generated.downgrade());
        Script plain = script(revision, generated.creates(), transactional, generated.irreversible(), body);
        Script script = plain.asGenerated(Checksums.ofText(plain));
        Path file = write(script, asked, generated.upgradeWay(), generated.downgradeWay());
        return new WrittenRevision(script, file, generated.differences(), generated.hazardsAnywhere());
    }

    WrittenBaseline baseline(String message, boolean strict) {
        List<String> heads =
                runner.scripts().graph().heads().stream().map(Revision::id).toList();
        if (!heads.isEmpty()) {
            throw NoBaselineException.revisions(heads);
        }
        if (!applied().isEmpty()) {
            throw NoBaselineException.applied(runner.current());
        }
        Baseline baseline = runner.baseline();
        if (baseline.operations().isEmpty()) {
            throw NoBaselineException.empty();
        }
        NewRevision asked = NewRevision.of(message, null).withFormat(ScriptFormat.SQL);
        List<Difference> differences = baseline.operations().stream()
                .map(operation -> new Difference(operation, "", ""))
                .toList();
        Autogenerate generated = new Autogenerate(dialect, differences);
        SqlBody body = SqlBody.of(generated.upgrade(), generated.downgrade());
        Script script = script(next().of(asked), baseline.mapped(), true, null, body)
                .accepting(strict ? List.of() : runner.acceptable());
        Path file = write(script, asked, generated.upgradeWay(), generated.downgradeWay());
        runner.stamp(script.id());
        return new WrittenBaseline(
                new WrittenRevision(script, file, differences, List.of()), baseline, runner.compare());
    }

    private Comparison rewritten(Comparison comparison) {
        List<Difference> differences = comparison.differences();
        for (OperationRewriter rewriter : rewriters) {
            differences = differences.stream()
                    .flatMap(difference ->
                            rewriter.rewrite(difference.operation()).stream().map(difference::withOperation))
                    .toList();
        }
        return comparison.withDifferences(differences);
    }

    MovedBranch rebase(String revision, @Nullable String onto) {
        Scripts scripts = runner.scripts();
        Move move = scripts.graph().move(revision, onto, applied());
        if (move.isDone()) {
            return new MovedBranch(move, null);
        }
        Script script = scripts.get(move.first().id());
        return new MovedBranch(
                move,
                EditableScript.of(script)
                        .rewriteDownRevisions(List.of(move.onto().id())));
    }

    WrittenSquash squash(String range, String message, @Nullable String id, @Nullable String scratchUrl) {
        Squashed squashed = new Squasher(runner, dialect).squash(range, message, id, scratchUrl);
        NewRevision asked = NewRevision.of(message, id).withFormat(ScriptFormat.SQL);
        Path file = write(squashed.script(), asked, Way.empty(), Way.empty());
        Scripts scripts = runner.scripts();
        List<String> replaced = squashed.squash().replaced().stream()
                .map(revision -> scripts.get(revision.id()).location())
                .toList();
        return new WrittenSquash(squashed.script(), file, squashed.squash(), replaced, squashed.reversible());
    }

    private NextRevision next() {
        return new NextRevision(runner.scripts(), this::applied);
    }

    private List<String> applied() {
        return runner.status().applied().stream().map(AppliedRevision::id).toList();
    }

    private static Script script(
            Revision revision,
            List<SchemaObject> creates,
            boolean transactional,
            @Nullable String irreversible,
            SqlBody body) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new Script(revision, now, creates, transactional, irreversible, body, "");
    }

    private Path write(Script script, NewRevision asked, Way upgrade, Way downgrade) {
        ScriptFormat format = asked.format() == null ? settings.format() : asked.format();
        Path file = format == ScriptFormat.SQL
                ? folder().write(script)
                : sources()
                        .orElseThrow(NoPackageException::new)
                        .write(script, new JavaWriter(dialect.renderer()::render), upgrade, downgrade);
        postWrite(file);
        return file;
    }

    private void postWrite(Path file) {
        settings.postWrite().forEach(command -> new PostWrite(command, settings.folder()).run(file));
    }

    /** Empty where no package is known for classes. */
    private Optional<JavaFolder> sources() {
        return Optional.ofNullable(settings.packageName())
                .map(name -> new JavaFolder(settings.sources(), name, settings.fileTemplate(), settings.timezone()));
    }

    /** Where the database does not stand at the head of this build's revisions, its difference is not that of the entities. */
    private void refuseElsewhere() {
        Status status = runner.status();
        if (!status.unknown().isEmpty()) {
            throw new DatabaseAheadException(status.unknown());
        }
        if (!status.pending().isEmpty()) {
            throw new DatabaseBehindException(status.pending());
        }
    }
}
