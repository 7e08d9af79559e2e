package dev.aludel.command;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Hazard;
import dev.aludel.diff.Difference;
import dev.aludel.diff.RenameAnswers;
import dev.aludel.operation.Operation;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.runner.AppliedRevision;
import dev.aludel.runner.Comparison;
import dev.aludel.runner.DatabaseBehindException;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.Status;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.RevisionIds;
import dev.aludel.script.Script;
import dev.aludel.script.ScriptFolder;
import dev.aludel.script.Scripts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What users can ask for, one method each: the command line, the application's start and the endpoint all call these. They
 * return values and print nothing; what cannot be done is a {@link dev.aludel.AludelException}.
 */
public final class Commands {

    private final MigrationRunner runner;
    private final Dialect dialect;
    private final Settings settings;

    public Commands(MigrationRunner runner, Dialect dialect, Settings settings) {
        this.runner = runner;
        this.dialect = dialect;
        this.settings = settings;
    }

    /** Where revision scripts are written. */
    public Settings settings() {
        return settings;
    }

    /** Makes the folder of revision scripts, if it is not there. */
    public Path init() {
        return folder().create();
    }

    /**
     * Writes a revision that follows the head.
     *
     * @param message what it does; may be empty
     * @param autogenerate whether to write what differs between metamodel and database; an empty revision otherwise
     * @param id the revision's id; null for a new one
     * @return without a file when there was nothing to write
     */
    public WrittenRevision revision(String message, boolean autogenerate, @Nullable String id) {
        return revision(message, autogenerate, id, Defaults.none());
    }

    /**
     * The same, with values for rows in columns that must have one from now on.
     *
     * @throws UnusedDefaultException if one of them is for a column that needs none
     */
    public WrittenRevision revision(String message, boolean autogenerate, @Nullable String id, Defaults defaults) {
        return autogenerate
                ? revision(message, id, RenameAnswers.NONE, defaults)
                : write(next(message, id), "", "", List.of(), List.of(), List.of());
    }

    /**
     * Writes what differs as a revision that follows the head.
     *
     * @param answers what is known of renames
     * @throws RenameCandidatesException if something may be a rename and nobody said whether it is
     * @throws UnusedDefaultException if a default is for a column that needs none
     */
    public WrittenRevision revision(String message, @Nullable String id, RenameAnswers answers, Defaults defaults) {
        Revision revision = next(message, id);
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

    private Revision next(String message, @Nullable String id) {
        RevisionGraph graph = runner.scripts().graph();
        List<String> parents =
                graph.resolve("head", List.of()).stream().map(Revision::id).toList();
        return Revision.of(id == null ? RevisionIds.next() : id, message, parents.toArray(String[]::new));
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

    public List<AppliedRevision> upgrade(String target) {
        return runner.upgrade(target);
    }

    public List<AppliedRevision> downgrade(String target) {
        return runner.downgrade(target);
    }

    public String upgradeSql(String range) {
        return runner.upgradeSql(range);
    }

    public String downgradeSql(String range) {
        return runner.downgradeSql(range);
    }

    /** The current revisions after it. */
    public List<String> stamp(String target) {
        return runner.stamp(target);
    }

    /** Where the database stands; also revisions that no script tells of. */
    public List<RevisionInfo> current() {
        Status status = runner.status();
        Scripts scripts = runner.scripts();
        return status.current().stream()
                .map(id -> scripts.graph()
                        .find(id)
                        .map(revision -> info(scripts, revision, status.current()))
                        .orElseGet(() -> unknown(id, status)))
                .toList();
    }

    private static RevisionInfo unknown(String id, Status status) {
        AppliedRevision row = status.applied().stream()
                .filter(applied -> applied.id().equals(id))
                .findFirst()
                .orElseThrow();
        Revision revision = Revision.of(id, row.message(), row.downRevisions().toArray(String[]::new));
        return new RevisionInfo(revision, null, "no script of this build", false, true, false);
    }

    /**
     * The revisions, the newest first.
     *
     * @param range {@code from:to} as {@code history -r} takes it; null for all
     * @param indicateCurrent whether to ask the database where it stands
     */
    public List<RevisionInfo> history(@Nullable String range, boolean indicateCurrent) {
        Scripts scripts = runner.scripts();
        boolean relative = range != null && RevisionGraph.isFromCurrent(range);
        Set<String> applied = new LinkedHashSet<>();
        List<String> current = List.of();
        if (indicateCurrent || relative) {
            Status status = runner.status();
            status.applied().forEach(row -> applied.add(row.id()));
            current = indicateCurrent ? status.current() : List.of();
        }
        List<Revision> shown = range == null
                ? scripts.graph().sortedNewestFirst()
                : scripts.graph().history(range, applied);
        return infos(scripts, shown, current);
    }

    public List<RevisionInfo> heads() {
        Scripts scripts = runner.scripts();
        return infos(scripts, scripts.graph().heads(), List.of());
    }

    /** One revision, or several for an identifier such as {@code heads}; the database is asked for {@code current} alone. */
    public List<RevisionDetail> show(String identifier) {
        Scripts scripts = runner.scripts();
        List<String> applied = RevisionGraph.isFromCurrent(identifier)
                ? runner.status().applied().stream().map(AppliedRevision::id).toList()
                : List.of();
        return scripts.graph().resolve(identifier, applied).stream()
                .map(revision -> detail(scripts, revision))
                .toList();
    }

    private static RevisionDetail detail(Scripts scripts, Revision revision) {
        Script script = scripts.get(revision.id());
        return new RevisionDetail(
                info(scripts, revision, List.of()),
                script.upgrade().strip(),
                script.downgrade().strip());
    }

    /** The difference between metamodel and database. */
    public Comparison compare() {
        return runner.compare();
    }

    /** The statements that would lead the database to the metamodel, as a script has them. */
    public String statements(Comparison comparison) {
        return new Autogenerate(dialect, comparison).statements();
    }

    /** What the operations of a comparison block or lose. */
    public List<Hazard> hazards(Comparison comparison) {
        return new Autogenerate(dialect, comparison).hazards();
    }

    /** Whether revisions are pending, and if not, whether autogenerate would find anything. */
    public CheckResult check() {
        List<Revision> pending = runner.status().pending();
        return new CheckResult(pending, pending.isEmpty() ? runner.compare() : null);
    }

    public Status status() {
        return runner.status();
    }

    /** What was missing and is now created. */
    public List<Operation> createAll() {
        return runner.createAll();
    }

    private void refuseBehind() {
        List<Revision> pending = runner.status().pending();
        if (!pending.isEmpty()) {
            throw new DatabaseBehindException(pending);
        }
    }

    private ScriptFolder folder() {
        return new ScriptFolder(settings.writeLocation(), settings.fileTemplate(), settings.timezone());
    }

    private static List<RevisionInfo> infos(Scripts scripts, List<Revision> revisions, Collection<String> current) {
        return revisions.stream()
                .map(revision -> info(scripts, revision, current))
                .toList();
    }

    private static RevisionInfo info(Scripts scripts, Revision revision, Collection<String> current) {
        Script script = scripts.get(revision.id());
        int children = scripts.graph().children(revision.id()).size();
        return new RevisionInfo(
                revision,
                script.created(),
                script.location(),
                children == 0,
                current.contains(revision.id()),
                children > 1);
    }
}
