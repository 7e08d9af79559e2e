package dev.aludel.runner;

import dev.aludel.AludelException;
import dev.aludel.compare.Baseline;
import dev.aludel.compare.ComparedDatabase;
import dev.aludel.compare.Comparer;
import dev.aludel.compare.Comparison;
import dev.aludel.dialect.Diagnosis;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.ProvenExpression;
import dev.aludel.diff.RenameAnswers;
import dev.aludel.operation.Operation;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.runner.session.ConnectionSource;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.runner.version.ChangedScript;
import dev.aludel.runner.version.Database;
import dev.aludel.runner.version.VersionRow;
import dev.aludel.runner.version.VersionTable;
import dev.aludel.schema.Acceptance;
import dev.aludel.schema.Model;
import dev.aludel.script.ScriptSource;
import dev.aludel.script.Scripts;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database from revision to revision, and compares it with the metamodel.
 *
 * <p>Every method that writes holds the lock of the version table while it works, so that of many processes one does the
 * work and the others then find it done. Methods that look leave nothing behind. All throw {@link AludelException} with a
 * message for whoever has to act.
 */
public final class MigrationRunner {

    private final Dialect dialect;
    private final ScriptSource scriptSource;
    private final Supplier<Model> model;
    private final RunnerSettings settings;
    private final Database database;
    private final Extensions extensions;
    private final Comparer comparer;
    private final Checkpoints checkpoints;
    private volatile @Nullable Comparison lastComparison;

    /**
     * @param connections opened for each call, and closed with it
     * @param scriptSource read anew for each call
     * @param model what the entities mean; asked only by {@link #compare()} and {@link #createAll()}, before a connection is
     *     opened
     */
    public MigrationRunner(
            Dialect dialect,
            ConnectionSource connections,
            ScriptSource scriptSource,
            Supplier<Model> model,
            RunnerSettings settings) {
        this(dialect, connections, scriptSource, model, settings, Extensions.none());
    }

    /** With what an application adds. */
    public MigrationRunner(
            Dialect dialect,
            ConnectionSource connections,
            ScriptSource scriptSource,
            Supplier<Model> model,
            RunnerSettings settings,
            Extensions extensions) {
        this(dialect, connections, scriptSource, model, settings, extensions, Checkpoints.NONE);
    }

    MigrationRunner(
            Dialect dialect,
            ConnectionSource connections,
            ScriptSource scriptSource,
            Supplier<Model> model,
            RunnerSettings settings,
            Extensions extensions,
            Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
        this.dialect = dialect;
        this.extensions = extensions;
        this.scriptSource = scriptSource;
        this.model = model;
        this.settings = settings;
        this.database = new Database(dialect, connections, settings);
        this.comparer = new Comparer(dialect, settings.compare(), extensions.filters());
    }

    /** The revision scripts, read anew. */
    public Scripts scripts() {
        return Scripts.load(scriptSource, text -> dialect.lexer().plainLines(text));
    }

    /**
     * Applies what is missing to get to a target, and writes a revision down in place of those that it stands for, where all of them are
     * applied. A database that is there already is found so in one statement, without a lock.
     *
     * @param target an identifier such as {@code head}, {@code heads}, {@code +1} or a revision's id
     * @return what was applied, in order
     */
    public List<AppliedRevision> upgrade(String target) {
        return upgrade(target, Progress.NONE);
    }

    /** The same, telling how far it is. */
    public List<AppliedRevision> upgrade(String target, Progress progress) {
        Scripts scripts = scripts();
        List<VersionRow> rows = database.look(scripts, true);
        if (VersionRow.settled(rows)
                && scripts.graph().completed(VersionRow.ids(rows)).isEmpty()
                && scripts.graph().upgrade(VersionRow.ids(rows), target).isEmpty()) {
            return List.of();
        }
        return database.locked(
                "the upgrade",
                (session, table) -> migration(session, table, scripts, progress).upgrade(target));
    }

    /**
     * Takes back what stands above a target; what another build applied, whose scripts are not here, by the downgrade that it was
     * applied with.
     *
     * @param target an identifier such as {@code -1}, {@code base} or the id of the revision that is to stay
     * @return what was taken back, in order
     */
    public List<AppliedRevision> downgrade(String target) {
        return downgrade(target, Progress.NONE);
    }

    /** The same, telling how far it is. */
    public List<AppliedRevision> downgrade(String target, Progress progress) {
        Scripts scripts = scripts();
        List<VersionRow> rows = database.look(scripts, true);
        RevisionGraph graph = scripts.graph();
        List<String> ids = VersionRow.ids(rows);
        if (VersionRow.settled(rows)
                && graph.unknown(ids).isEmpty()
                && graph.downgrade(ids, target).isEmpty()) {
            return List.of();
        }
        return database.locked("the downgrade", (session, table) -> {
            WayBack way = WayBack.of(scripts, session, table);
            return migration(session, table, way.scripts(), progress).downgrade(way, target);
        });
    }

    /**
     * Writes down that the database stands at a target, without running anything.
     *
     * @return the current revisions afterwards
     */
    public List<String> stamp(String target) {
        return stamp(List.of(target), false);
    }

    /**
     * The same for several targets: what an upgrade or a downgrade to each would leave, so that other branches stay.
     *
     * @param purge whether all that was written down before is forgotten, revisions that this build does not know too
     * @throws dev.aludel.revision.UnknownRevisionException where there are such, and they are not to be forgotten
     */
    public List<String> stamp(List<String> targets, boolean purge) {
        Scripts scripts = scripts();
        Stamp stamp = new Stamp(scripts, targets, purge);
        if (stamp.asksDatabase()) {
            stamp.after(VersionRow.ids(database.rows(true)));
        } else {
            stamp.after(List.of());
        }
        return database.locked("the stamp", (session, table) -> {
            List<VersionRow> now =
                    stamp.asksDatabase() ? table.rows(session.connection()).orElseThrow() : List.of();
            Set<String> after = stamp.after(VersionRow.ids(now));
            stamp.write(session, table, run(session, table), now, after);
            return scripts.graph().current(after);
        });
    }

    /** The applied revisions that no other applied one follows: none at base, several between branches. */
    public List<String> current() {
        Scripts scripts = scripts();
        return VersionRow.current(database.look(scripts, false), scripts.graph());
    }

    /** Where the database stands, from the version table and the scripts alone, in one statement. */
    public Status status() {
        Scripts scripts = scripts();
        return Status.of(scripts.graph(), database.look(scripts, false), lastComparison);
    }

    /** The scripts that are not what was applied, from the version table and the scripts alone, in one statement. */
    public List<ChangedScript> changedScripts() {
        Scripts scripts = scripts();
        return Resolver.changed(database.look(scripts, false), scripts, dialect);
    }

    /** Holds what the version table says against the scripts and the database. Nothing is left behind in the database. */
    public Verified verify() {
        Scripts scripts = scripts();
        return database.looking(
                "the verification", (session, table) -> Verification.of(session, table, dialect, scripts));
    }

    /** Looks for what would keep the database from being migrated, from the connection on. Nothing is left behind in it. */
    public List<Diagnosis> examine() {
        return new Examiner(dialect, database, this::scripts).examine();
    }

    /** How far interrupted revisions came, if there are any. Nothing is left behind in the database. */
    public List<Interruption> interruptions() {
        Scripts scripts = scripts();
        return database.looking(
                "reading the journal",
                (session, table) -> new Resolver(session, table, dialect, scripts).interruptions());
    }

    /**
     * Writes down how an interrupted revision ended.
     *
     * @param revision its id or how that begins; null for the only one
     * @return how far it was
     */
    public Interruption resolve(@Nullable String revision, Resolution resolution) {
        Scripts scripts = scripts();
        return database.locked(
                "the resolution",
                (session, table) -> new Resolver(session, table, dialect, scripts).resolve(revision, resolution));
    }

    /**
     * Takes scripts that were changed after they were applied for what was applied.
     *
     * @param revision the id of one or how that begins; null for all
     */
    public List<ChangedScript> acceptChanges(@Nullable String revision) {
        Scripts scripts = scripts();
        return database.locked(
                "accepting changed scripts",
                (session, table) -> new Resolver(session, table, dialect, scripts).accept(revision));
    }

    /** Returns what the entities mean; no connection is needed for it. */
    public Model entities() {
        return model.get();
    }

    /** Compares the metamodel with the database. Nothing is left behind in the database. */
    public Comparison compare() {
        return compare(RenameAnswers.NONE);
    }

    /**
     * Compares, knowing what somebody said of renames.
     *
     * @throws dev.aludel.diff.RenameException if that cannot be meant
     */
    public Comparison compare(RenameAnswers answers) {
        Comparison comparison = compare(answers, scripts().accepts());
        lastComparison = comparison;
        return comparison;
    }

    /** Compares, and tells also what revisions accept of an adopted schema. */
    public Comparison compareStrictly(RenameAnswers answers) {
        return compare(answers, Set.of());
    }

    private Comparison compare(RenameAnswers answers, Set<Acceptance> accepted) {
        Model entities = model.get();
        return database.looking(
                "the comparison",
                (session, table) -> comparer.compare(
                        compared(session, table),
                        table.reads().remembered(session.connection()),
                        entities,
                        answers,
                        accepted));
    }

    /** The differences between a database that has grown without revisions and the metamodel that change no value. */
    public List<Acceptance> acceptable() {
        Model entities = model.get();
        return database.looking(
                "reading what may be accepted",
                (session, table) -> comparer.acceptable(compared(session, table), entities));
    }

    private static ComparedDatabase compared(Session session, VersionTable table) throws SQLException {
        return new ComparedDatabase(session.connection(), session.ownSchema(), table.name());
    }

    /** The parts that commands beside the runner work with. */
    public Parts parts() {
        return new Parts(dialect, database, settings, extensions);
    }

    /**
     * What a runner is made of.
     *
     * @param database opened anew for each look
     */
    public record Parts(Dialect dialect, Database database, RunnerSettings settings, Extensions extensions) {}

    /** Keeps what a comparison proved with the latest revision, so that later comparisons need not prove it again. */
    public void remember(Comparison comparison) {
        if (comparison.proven().isEmpty()
                || database.looking(
                        "reading proven expressions",
                        (session, table) -> table.reads()
                                .remembered(session.connection())
                                .proven()
                                .containsAll(comparison.proven()))) {
            return;
        }
        database.locked("keeping proven expressions", (session, table) -> {
            List<VersionRow> rows = table.rows(session.connection()).orElseThrow();
            Set<ProvenExpression> known = new LinkedHashSet<>(
                    table.reads().remembered(session.connection()).proven());
            if (!rows.isEmpty() && known.addAll(comparison.proven())) {
                VersionRow latest = rows.get(rows.size() - 1);
                table.keep(session.connection(), latest.id(), List.copyOf(known));
            }
            return rows.size();
        });
    }

    /**
     * Runs revisions on scratch databases.
     *
     * @param scratchUrl JDBC URL of an empty database; null to make one beside the migrated one
     */
    public Rehearsal rehearsal(@Nullable String scratchUrl) {
        String own = database.looking("reading the schema's name", (session, table) -> session.ownSchema());
        return new Rehearsal(dialect, () -> database.scratch(scratchUrl, own), scriptSource, settings.within(own));
    }

    /** What makes a database like this one, for the first revision of a grown schema. Nothing is left behind. */
    public Baseline baseline() {
        Model entities = model.get();
        return database.looking(
                "reading the baseline", (session, table) -> comparer.baseline(compared(session, table), entities));
    }

    /**
     * Creates the tables, sequences, types and views of the metamodel that the database lacks, as SQLAlchemy's {@code create_all}
     * does: without revisions, and without touching what exists. Auxiliary objects are made where all tables are new.
     *
     * @return what was done, in order
     */
    public List<Operation> createAll() {
        Model entities = model.get();
        return database.lockedWithoutTable("creating the schema", (session, table) -> {
            List<Operation> missing = comparer.missing(compared(session, table), entities);
            session.begin();
            for (Operation operation : missing) {
                for (String sql : dialect.renderer().render(operation)) {
                    session.execute(sql);
                }
            }
            session.commit();
            return missing;
        });
    }

    /**
     * What an upgrade would run, as a script for the database's own client.
     *
     * @param range {@code from:to}, for which no database is asked; or a target, from where the database stands
     */
    public String upgradeSql(String range) {
        return upgradeSql(range, false);
    }

    /** @param idempotent whether the script passes over what is done already; that needs the database's own client */
    public String upgradeSql(String range, boolean idempotent) {
        return printer(idempotent).upgrade(scripts(), range);
    }

    /** What a downgrade would run, as of {@link #upgradeSql}. */
    public String downgradeSql(String range) {
        return downgradeSql(range, false);
    }

    /** As of {@link #upgradeSql(String, boolean)}. */
    public String downgradeSql(String range, boolean idempotent) {
        return printer(idempotent).downgrade(scripts(), range);
    }

    /** What a stamp would write, as of {@link #upgradeSql(String, boolean)}; the database is asked unless a range or purge says all. */
    public String stampSql(List<String> targets, boolean purge, boolean idempotent) {
        return printer(idempotent).stamp(new Stamp(scripts(), targets, purge));
    }

    /**
     * Makes the version table where it is missing.
     *
     * @return whether it was
     */
    public boolean ensureVersionTable() {
        return database.lockedWithoutTable("making the version table", (session, table) -> {
            boolean missing = !table.reads().isThere(session.connection(), true);
            table.ensure(session);
            return missing;
        });
    }

    /** The statements that make the version table, for the database's own client. */
    public String versionTableSql(boolean idempotent) {
        return printer(idempotent).versionTable();
    }

    private SqlPrinter printer(boolean idempotent) {
        return new SqlPrinter(dialect, database, settings, idempotent);
    }

    private Migration migration(Session session, VersionTable table, Scripts scripts, Progress progress)
            throws SQLException {
        HazardGate gate = new HazardGate(dialect, extensions.hazards());
        return new Migration(session, table, run(session, table), scripts, gate, progress);
    }

    private RevisionRun run(Session session, VersionTable table) throws SQLException {
        return new RevisionRun(session, table, dialect, settings, extensions, checkpoints, database.isScratch());
    }
}
