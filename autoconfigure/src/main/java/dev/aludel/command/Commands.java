package dev.aludel.command;

import dev.aludel.OperationRewriter;
import dev.aludel.compare.Comparison;
import dev.aludel.dialect.Diagnosis;
import dev.aludel.dialect.Dialect;
import dev.aludel.diff.RenameAnswers;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardFinding;
import dev.aludel.lint.LintReport;
import dev.aludel.lint.Review;
import dev.aludel.operation.Operation;
import dev.aludel.revision.Revision;
import dev.aludel.runner.Interruption;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.Progress;
import dev.aludel.runner.Resolution;
import dev.aludel.runner.Status;
import dev.aludel.runner.Verified;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.runner.version.ChangedScript;
import dev.aludel.schema.Model;
import dev.aludel.script.EditableScript;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What users can ask for, one method each: the command line, the application's start and the endpoint all call these. They
 * return values and print nothing; what cannot be done is a {@link dev.aludel.AludelException}.
 */
public final class Commands {

    private final MigrationRunner runner;
    private final Dialect dialect;
    private final Settings settings;
    private final Authoring authoring;
    private final Queries looking;
    private final Surroundings surroundings;

    public Commands(MigrationRunner runner, Dialect dialect, Settings settings) {
        this(runner, dialect, settings, List.of());
    }

    /** With rewriters of what autogenerate finds, which work one after the other. */
    public Commands(MigrationRunner runner, Dialect dialect, Settings settings, List<OperationRewriter> rewriters) {
        this(runner, dialect, settings, rewriters, Surroundings.UNKNOWN);
    }

    /** With what the examination looks at besides. */
    public Commands(
            MigrationRunner runner,
            Dialect dialect,
            Settings settings,
            List<OperationRewriter> rewriters,
            Surroundings surroundings) {
        this.surroundings = surroundings;
        this.runner = runner;
        this.dialect = dialect;
        this.settings = settings;
        this.authoring = new Authoring(runner, dialect, settings, rewriters);
        this.looking = new Queries(runner);
    }

    /** Where revision scripts are written. */
    public Settings settings() {
        return settings;
    }

    /** Makes the folder of revision scripts, if it is not there. */
    public Path init() {
        return authoring.folder().create();
    }

    /**
     * Writes the first revision of a database that has grown without revisions: what makes another one like it. The database is
     * stamped with it.
     *
     * @param strict whether what differs from the entities without changing a value is to be told, too; otherwise it is accepted
     * @throws NoBaselineException if there are revisions, or nothing to begin with
     */
    public WrittenBaseline baseline(String message, boolean strict) {
        return authoring.baseline(message, strict);
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
        NewRevision asked = NewRevision.of(message, id);
        return autogenerate ? autogenerate(asked, RenameAnswers.NONE, Defaults.none()) : revision(asked);
    }

    /**
     * Writes an empty revision.
     *
     * @throws TakenRevisionIdException if its id is that of another one
     * @throws dev.aludel.revision.NotAHeadException if it would follow one that is no head, and is not to be spliced in
     */
    public WrittenRevision revision(NewRevision asked) {
        return authoring.empty(asked);
    }

    /**
     * Writes what differs between metamodel and database as a revision.
     *
     * @param answers what is known of renames
     * @param defaults values for rows in columns that must have one from now on
     * @return without a file when there was nothing to write
     * @throws RenameCandidatesException if something may be a rename and nobody said whether it is
     * @throws UnusedDefaultException if a default is for a column that needs none
     */
    public WrittenRevision autogenerate(NewRevision asked, RenameAnswers answers, Defaults defaults) {
        return authoring.autogenerate(asked, answers, defaults);
    }

    /**
     * Finds the latest revision, which is to be written anew.
     *
     * @param heads identifiers of one revision that no other follows
     * @param force whether what somebody wrote into it by hand may go
     * @throws UnamendableRevisionException if it cannot be amended
     * @throws dev.aludel.runner.version.DatabaseAheadException if the database has revisions that this build does not have
     * @throws dev.aludel.runner.version.DatabaseBehindException if others are pending, too
     */
    public Amendment amendment(List<String> heads, boolean force) {
        return authoring.amendment(heads, force);
    }

    /**
     * Writes what differs between metamodel and database into the file of a revision, under its id and behind what it follows. Where it
     * is applied it is taken back first.
     *
     * @param asked its message; empty to keep the one that it has
     * @return without a file when there was nothing to write, so that the file is left as it is
     * @throws RenameCandidatesException as of {@link #autogenerate}
     */
    public WrittenRevision amend(Amendment amendment, NewRevision asked, RenameAnswers answers, Defaults defaults) {
        return authoring.amend(amendment, asked, answers, defaults);
    }

    /**
     * Writes a revision that joins branches.
     *
     * @param asked whose heads are to be joined
     * @throws NothingToMergeException if they are fewer than two branches
     */
    public WrittenRevision merge(NewRevision asked) {
        return authoring.merge(asked);
    }

    /**
     * Moves a branch behind another head, by rewriting the down revision of its first script.
     *
     * @param revision a revision of the branch
     * @param onto what it is to follow; null for the only other head
     * @throws dev.aludel.revision.UnmovableRevisionException if it cannot be moved, as when it is applied
     */
    public MovedBranch rebase(String revision, @Nullable String onto) {
        return authoring.rebase(revision, onto);
    }

    /**
     * Writes one revision in place of several, proven on scratch databases to do what they do.
     *
     * @param range the first and the last, {@code a:b}
     * @param message what it does; may be empty
     * @param id its id; null for a new one
     * @param scratchUrl JDBC URL of an empty database to try on; null to make one beside the migrated one
     * @throws dev.aludel.revision.UnsquashableRangeException if no single revision can stand for them
     * @throws dev.aludel.runner.session.NoScratchDatabaseException if there is nothing to try on
     * @throws UnequalSquashException if one would not do what they do
     */
    public WrittenSquash squash(String range, String message, @Nullable String id, @Nullable String scratchUrl) {
        return authoring.squash(range, message, id, scratchUrl);
    }

    public List<AppliedRevision> upgrade(String target) {
        return runner.upgrade(target);
    }

    public List<AppliedRevision> upgrade(String target, Progress progress) {
        return runner.upgrade(target, progress);
    }

    public List<AppliedRevision> downgrade(String target) {
        return runner.downgrade(target);
    }

    public List<AppliedRevision> downgrade(String target, Progress progress) {
        return runner.downgrade(target, progress);
    }

    /**
     * What an upgrade would run.
     *
     * @param range {@code from:to}, for which no database is asked; or a target, from where the database stands
     * @param idempotent whether the script, for the database's own client, passes over what is done already
     */
    public String upgradeSql(String range, boolean idempotent) {
        return runner.upgradeSql(range, idempotent);
    }

    /** What a downgrade would run, as of {@link #upgradeSql}. */
    public String downgradeSql(String range, boolean idempotent) {
        return runner.downgradeSql(range, idempotent);
    }

    /**
     * Writes down where the database stands.
     *
     * @param purge whether all that was written down before is forgotten
     * @return the current revisions after it
     */
    public List<String> stamp(List<String> targets, boolean purge) {
        return runner.stamp(targets, purge);
    }

    /** What a stamp would write, as of {@link #upgradeSql}. */
    public String stampSql(List<String> targets, boolean purge, boolean idempotent) {
        return runner.stampSql(targets, purge, idempotent);
    }

    /** Makes the version table; says whether it was missing. */
    public boolean ensureVersionTable() {
        return runner.ensureVersionTable();
    }

    /** The statements that make the version table. */
    public String versionTableSql(boolean idempotent) {
        return runner.versionTableSql(idempotent);
    }

    /** Where the database stands; also revisions that no script tells of. */
    public List<RevisionInfo> current() {
        return looking.current();
    }

    /**
     * The revisions, the newest first.
     *
     * @param range {@code from:to} as {@code history -r} takes it; null for all
     * @param indicateCurrent whether to ask the database where it stands
     */
    public List<RevisionInfo> history(@Nullable String range, boolean indicateCurrent) {
        return looking.history(range, indicateCurrent);
    }

    /** The revisions that no other follows. */
    public List<RevisionInfo> heads() {
        return heads(false);
    }

    /** @param resolveDependencies whether to leave out those that another head depends on */
    public List<RevisionInfo> heads(boolean resolveDependencies) {
        return looking.heads(resolveDependencies);
    }

    /** The revisions that several follow. */
    public List<BranchPoint> branches() {
        return looking.branches();
    }

    /** One revision, or several for an identifier such as {@code heads}; the database is asked for {@code current} alone. */
    public List<RevisionDetail> show(String identifier) {
        return looking.show(identifier);
    }

    /** The files to open in an editor, as {@link #show} finds revisions. */
    public List<EditableScript> editable(String identifier) {
        return looking.editable(identifier);
    }

    /** Returns what the entities mean. */
    public Model entities() {
        return runner.entities();
    }

    /** The difference between metamodel and database. */
    public Comparison compare() {
        return compare(false);
    }

    /** @param strict whether what revisions accept of an adopted schema is told, too */
    public Comparison compare(boolean strict) {
        return strict ? runner.compareStrictly(RenameAnswers.NONE) : runner.compare();
    }

    /** The statements that would lead the database to the metamodel, as a script has them. */
    public String statements(Comparison comparison) {
        return new Autogenerate(dialect, comparison).statements();
    }

    /** What the operations of a comparison block or lose. */
    public List<Hazard> hazards(Comparison comparison) {
        return new Autogenerate(dialect, comparison).hazards();
    }

    /** Whether database and build have the same revisions, and if so, whether autogenerate would find anything. */
    public CheckResult check() {
        return check(false);
    }

    /** @param strict whether what revisions accept of an adopted schema counts, too */
    public CheckResult check(boolean strict) {
        Status status = runner.status();
        boolean same = status.pending().isEmpty() && status.unknown().isEmpty();
        return new CheckResult(status.pending(), status.unknown(), same ? compare(strict) : null);
    }

    public Status status() {
        return runner.status();
    }

    /** The scripts that were changed after they were applied. */
    public List<ChangedScript> changedScripts() {
        return runner.changedScripts();
    }

    /** Whether applied revisions are still what was applied. */
    public Verified verify() {
        return runner.verify();
    }

    /**
     * Runs revisions on a scratch database to see what they would block and lose in this one.
     *
     * @param range {@code pending}, a revision, or {@code from:to}
     * @param scratchUrl of an empty database; null for one that is made and dropped
     */
    public LintReport lint(String range, @Nullable String scratchUrl) {
        return Review.of(runner).lint(range, scratchUrl);
    }

    /** What the scripts of revisions say that they may block and lose; no database is asked. */
    public List<HazardFinding> said(List<Revision> revisions) {
        return Review.of(runner).said(revisions);
    }

    /** What an upgrade would apply, and what its scripts say that it blocks and loses. Nothing runs. */
    public LintReport plan(String target) {
        return Review.of(runner).plan(target);
    }

    /** How far interrupted revisions came. */
    public List<Interruption> interruptions() {
        return runner.interruptions();
    }

    /** Says how an interrupted revision ended; null stands for the only one. */
    public Interruption resolve(@Nullable String revision, Resolution resolution) {
        return runner.resolve(revision, resolution);
    }

    /** Takes scripts that were changed after they were applied for what was applied; null stands for all. */
    public List<ChangedScript> acceptChanges(@Nullable String revision) {
        return runner.acceptChanges(revision);
    }

    /** What would keep a migration from being made, and what to do about it. */
    public List<Diagnosis> doctor() {
        return new Checkup(runner, settings, surroundings).run();
    }

    /** What was missing and is now created. */
    public List<Operation> createAll() {
        return runner.createAll();
    }
}
