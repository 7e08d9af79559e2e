package dev.aludel.runner;

import dev.aludel.compare.Baseline;
import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.Databases.Content;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.StatementLexer;
import dev.aludel.revision.Squash;
import dev.aludel.runner.execution.OfflineException;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.execution.ScriptStatements;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.ScratchDatabase;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.version.Database;
import dev.aludel.runner.version.VersionTable;
import dev.aludel.schema.Model;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.Body;
import dev.aludel.script.JavaBody;
import dev.aludel.script.RevisionClass;
import dev.aludel.script.SchemaObjects;
import dev.aludel.script.Script;
import dev.aludel.script.ScriptSource;
import dev.aludel.script.ScriptWriter;
import dev.aludel.script.SqlBody;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs revisions on scratch databases, to see what they lead to. */
public final class Rehearsal {

    private final Dialect dialect;
    private final Supplier<ScratchDatabase> scratches;
    private final ScriptSource source;
    private final RunnerSettings settings;

    Rehearsal(Dialect dialect, Supplier<ScratchDatabase> scratches, ScriptSource source, RunnerSettings settings) {
        this.dialect = dialect;
        this.scratches = scratches;
        this.source = source;
        this.settings = settings;
    }

    /**
     * Runs revisions that one is to stand for, and takes them back.
     *
     * @throws RevisionFailedException where one does not run on an empty database
     */
    public Rehearsed of(Squash squash) {
        return run(source, squash, squash.last().id());
    }

    /** Runs the one in their place, and takes it back. */
    public Rehearsed of(Squash squash, Script one) {
        List<ScriptSource.ScriptFile> files = new ArrayList<>(source.files());
        files.add(new ScriptSource.ScriptFile("the squashed revision.sql", new ScriptWriter().write(one)));
        ScriptSource both = new ScriptSource() {
            @Override
            public List<ScriptFile> files() {
                return files;
            }

            @Override
            public List<RevisionClass> classes() {
                return source.classes();
            }
        };
        return run(both, squash, one.id());
    }

    /**
     * What a revision does, as the text of a section: that of a script as it stands there, and what a class would run.
     *
     * @throws OfflineException where it cannot be told of a class
     */
    public String section(Script script, boolean upgrade) {
        return script.body().accept(new Body.Visitor<>() {
            @Override
            public String sql(SqlBody body) {
                return upgrade ? body.upgrade() : body.downgrade();
            }

            @Override
            public String java(JavaBody body) {
                return ScriptStatements.of(script, upgrade, script.transactional(), dialect).statements().stream()
                        .map(StatementLexer.Statement::text)
                        .collect(Collectors.joining("\n"));
            }
        });
    }

    private Rehearsed run(ScriptSource revisions, Squash squash, String last) {
        try (ScratchDatabase scratch = scratches.get()) {
            MigrationRunner runner =
                    new MigrationRunner(dialect, scratch, revisions, () -> Model.of(Schema.empty()), settings);
            squash.before().forEach(runner::upgrade);
            Contents before = contents(scratch);
            runner.upgrade(last);
            Contents after = contents(scratch);
            List<SchemaObject> created = created(scratch, squash);
            try {
                runner.downgrade(
                        squash.downRevisions().isEmpty()
                                ? last + "@base"
                                : squash.downRevisions().get(0));
            } catch (IrreversibleRevisionException e) {
                return new Rehearsed(before, after, null, created);
            }
            return new Rehearsed(before, after, contents(scratch), created);
        }
    }

    /** What they made and left, without what came and went on the way. */
    private List<SchemaObject> created(ScratchDatabase scratch, Squash squash) {
        return new Database(dialect, scratch, settings).looking("reading the version table", (session, table) -> {
            Map<String, List<SchemaObject>> createdBy = table.reads().createdBy(session.connection());
            List<SchemaObject> created = SchemaObjects.joined(squash.replaced().stream()
                    .flatMap(revision -> createdBy.getOrDefault(revision.id(), List.of()).stream()));
            squash.replaced().forEach(revision -> createdBy.remove(revision.id()));
            List<SchemaObject> before =
                    SchemaObjects.joined(createdBy.values().stream().flatMap(List::stream));
            Set<SchemaObject> existing = existing(session);
            return created.stream()
                    .filter(object -> isLeft(object, existing, before))
                    .toList();
        });
    }

    private Set<SchemaObject> existing(Session session) throws SQLException {
        String own = session.ownSchema();
        Set<String> others = new LinkedHashSet<>(dialect.databases().schemas(session.connection()));
        others.remove(own);
        return CatalogObjects.of(dialect.reader().read(session.connection(), own, others));
    }

    /** That an auxiliary object went is to be said only where an earlier revision made it. */
    private static boolean isLeft(SchemaObject object, Set<SchemaObject> existing, List<SchemaObject> before) {
        if (object.kind() == SchemaObject.Kind.DROPPED_OBJECT) {
            return before.contains(new SchemaObject(SchemaObject.Kind.OBJECT, object.name()));
        }
        return !CatalogObjects.NAMED.contains(object.kind()) || existing.contains(object);
    }

    private Contents contents(ScratchDatabase scratch) {
        return new Database(dialect, scratch, settings).looking("reading the scratch database", this::contents);
    }

    private Contents contents(Session session, VersionTable table) throws SQLException {
        String own = session.ownSchema();
        Set<String> others = new LinkedHashSet<>(dialect.databases().schemas(session.connection()));
        others.remove(own);
        ObjectName versions = table.name();
        ObjectName version = versions.schema().equals(own) ? ObjectName.of(versions.name()) : versions;
        Catalog catalog = dialect.reader().read(session.connection(), own, others);
        Schema schema = catalog.schema()
                .withViews(List.of())
                .withTables(catalog.schema().tables().stream()
                        .filter(each -> !each.name().equals(version))
                        .toList());
        Baseline baseline = Baseline.of(
                schema, dialect.definitions().print(session.connection(), own, others, object -> true), Schema.empty());
        List<Content> contents = dialect.databases().contents(session.connection(), versions);
        return new Contents(baseline, statements(baseline), contents);
    }

    private List<String> statements(Baseline baseline) {
        return baseline.operations().stream()
                .flatMap(operation -> dialect.renderer().render(operation).stream())
                .toList();
    }
}
