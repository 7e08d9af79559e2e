package dev.aludel.lint;

import dev.aludel.dialect.Dialect;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardFinding;
import dev.aludel.hazard.TableSize;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.runner.Extensions;
import dev.aludel.runner.HazardGate;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.DatabaseException;
import dev.aludel.runner.session.NoScratchDatabaseException;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.ScratchDatabase;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.version.Database;
import dev.aludel.runner.version.VersionRow;
import dev.aludel.schema.ObjectName;
import dev.aludel.script.Script;
import dev.aludel.script.Scripts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What revisions would block and lose in a database. Nothing is left behind in it. */
public final class Review {

    private static final String PENDING = "pending";

    private final Dialect dialect;
    private final Database database;
    private final RunnerSettings settings;
    private final Extensions extensions;

    private final Supplier<Scripts> source;

    private Review(MigrationRunner.Parts parts, Supplier<Scripts> source) {
        this.source = source;
        this.dialect = parts.dialect();
        this.database = parts.database();
        this.settings = parts.settings();
        this.extensions = parts.extensions();
    }

    /** Returns the review of a runner's revisions and database. */
    public static Review of(MigrationRunner runner) {
        return new Review(runner.parts(), runner::scripts);
    }

    /**
     * Counts the rows that hazards are about, in a statement each that only reads.
     *
     * @return the hazards with their numbers, where they have a question
     */
    public List<Hazard> counted(List<Hazard> hazards) {
        return hazards.stream().allMatch(hazard -> hazard.question() == null)
                ? hazards
                : database.looking(
                        "counting rows",
                        (session, table) ->
                                Counting.of(session.connection(), session.ownSchema(), dialect.gauge(), hazards));
    }

    /** What the scripts of an upgrade themselves say of hazards, as of {@link HazardGate}, and the rows here that it fails on. */
    public LintReport plan(String target) {
        Scripts scripts = source.get();
        List<Script> pending =
                scripts.all(scripts.graph().upgrade(VersionRow.ids(database.look(scripts, false)), target));
        HazardGate gate = new HazardGate(dialect, extensions.hazards());
        return new LintReport(
                pending.stream().map(Script::id).toList(),
                database.looking("measuring tables", (session, table) -> gate.plan(session, pending)),
                List.of());
    }

    /** What the scripts of revisions say of hazards, wherever they are to run. No database is asked. */
    public List<HazardFinding> said(List<Revision> revisions) {
        return revisions.isEmpty()
                ? List.of()
                : new HazardGate(dialect, extensions.hazards())
                        .said(source.get().all(revisions));
    }

    /**
     * Runs revisions on a scratch database, which the revisions before them bring to where this one stands.
     *
     * @param range {@code pending}, a revision, or {@code from:to}
     * @param scratchUrl of an empty database; null for one beside this
     * @throws NoScratchDatabaseException where there is none, or the revisions cannot bring it there
     */
    public LintReport lint(String range, @Nullable String scratchUrl) {
        Scripts scripts = source.get();
        List<String> applied = VersionRow.ids(database.look(scripts, false));
        RevisionGraph graph = scripts.graph();
        List<Script> asked = scripts.all(asked(graph, applied, range));
        if (asked.isEmpty()) {
            return new LintReport(List.of(), List.of(), List.of());
        }
        List<Script> before = scripts.all(before(graph, asked, range.equals(PENDING) ? applied : List.of()));
        String own = database.looking("reading the schema", (session, table) -> session.ownSchema());
        List<TracedStatement> traced = traced(before, asked, own, scratchUrl);
        return database.looking("measuring tables", (session, table) -> {
            Set<ObjectName> tables = new LinkedHashSet<>();
            traced.forEach(statement -> {
                tables.addAll(statement.originals().values());
                tables.addAll(statement.made());
            });
            Map<ObjectName, TableSize> sizes = dialect.gauge().sizes(session.connection(), session.ownSchema(), tables);
            return new LintVerdict(dialect, extensions.hazards(), session, sizes).of(asked, traced);
        });
    }

    private static List<Revision> asked(RevisionGraph graph, List<String> applied, String range) {
        if (range.equals(PENDING)) {
            List<String> known = new ArrayList<>(applied);
            known.removeAll(graph.unknown(applied));
            return graph.upgrade(known, "heads");
        }
        return range.indexOf(':') >= 0 ? graph.upgradeRange(range) : graph.resolve(range, applied);
    }

    /** All that must be there first, in order. */
    private static List<Revision> before(RevisionGraph graph, List<Script> asked, List<String> applied) {
        Set<String> ids = new LinkedHashSet<>(applied);
        asked.forEach(script -> ids.addAll(graph.everythingUpTo(script.id())));
        asked.forEach(script -> ids.remove(script.id()));
        return graph.sorted().stream()
                .filter(revision -> ids.contains(revision.id()))
                .toList();
    }

    private List<TracedStatement> traced(
            List<Script> before, List<Script> asked, String own, @Nullable String scratchUrl) {
        try (ScratchDatabase scratch = database.scratch(scratchUrl, own);
                Session session = Session.openOwn(scratch, dialect, settings.within(own))) {
            RevisionTrace trace = new RevisionTrace(session, dialect, extensions.entities());
            for (Script script : before) {
                trace.run(script);
            }
            trace.begin();
            List<TracedStatement> traced = new ArrayList<>();
            for (Script script : asked) {
                traced.addAll(trace.trace(script));
                if (!traced.isEmpty() && traced.get(traced.size() - 1).failure() != null) {
                    break;
                }
            }
            return traced;
        } catch (SQLException e) {
            throw new DatabaseException("tracing revisions on a scratch database", e);
        }
    }
}
