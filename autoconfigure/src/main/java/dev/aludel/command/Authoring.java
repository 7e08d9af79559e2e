package dev.aludel.command;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Hazard;
import dev.aludel.diff.Difference;
import dev.aludel.diff.RenameAnswers;
import dev.aludel.revision.Move;
import dev.aludel.revision.Revision;
import dev.aludel.runner.AppliedRevision;
import dev.aludel.runner.Comparison;
import dev.aludel.runner.DatabaseBehindException;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.EditableScript;
import dev.aludel.script.Script;
import dev.aludel.script.ScriptFolder;
import dev.aludel.script.Scripts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes revision scripts, and rewrites where one stands in the graph. */
final class Authoring {

    private final MigrationRunner runner;
    private final Dialect dialect;
    private final Settings settings;

    Authoring(MigrationRunner runner, Dialect dialect, Settings settings) {
        this.runner = runner;
        this.dialect = dialect;
        this.settings = settings;
    }

    ScriptFolder folder() {
        return new ScriptFolder(settings.writeLocation(), settings.fileTemplate(), settings.timezone());
    }

    WrittenRevision empty(NewRevision asked) {
        return empty(next().of(asked));
    }

    WrittenRevision merge(NewRevision asked) {
        return empty(next().merging(asked));
    }

    private WrittenRevision empty(Revision revision) {
        return write(revision, "", "", List.of(), List.of(), List.of());
    }

    WrittenRevision autogenerate(NewRevision asked, RenameAnswers answers, Defaults defaults) {
        Revision revision = next().of(asked);
        refuseBehind();
        Comparison found = runner.compare(answers);
        if (!found.candidates().isEmpty()) {
            throw new RenameCandidatesException(found.candidates());
        }
        Comparison comparison = defaults.applyTo(found);
        if (comparison.isEqual()) {
            return new WrittenRevision(null, null, List.of(), List.of());
        }
        Autogenerate generated = new Autogenerate(dialect, comparison);
        return write(
                revision,
                generated.upgrade(),
                generated.downgrade(),
                generated.creates(),
                comparison.differences(),
                generated.hazards());
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

    private NextRevision next() {
        return new NextRevision(runner.scripts(), this::applied);
    }

    private List<String> applied() {
        return runner.status().applied().stream().map(AppliedRevision::id).toList();
    }

    private WrittenRevision write(
            Revision revision,
            String upgrade,
            String downgrade,
            List<SchemaObject> creates,
            List<Difference> differences,
            List<Hazard> hazards) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Script script = new Script(revision, now, creates, true, null, upgrade, 0, downgrade, 0, "");
        return new WrittenRevision(script, folder().write(script), differences, hazards);
    }

    private void refuseBehind() {
        List<Revision> pending = runner.status().pending();
        if (!pending.isEmpty()) {
            throw new DatabaseBehindException(pending);
        }
    }
}
