package dev.aludel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.command.Commands;
import dev.aludel.command.Defaults;
import dev.aludel.command.NewRevision;
import dev.aludel.command.ScriptFormat;
import dev.aludel.command.Settings;
import dev.aludel.command.WrittenRevision;
import dev.aludel.compare.CompareSettings;
import dev.aludel.compare.Comparison;
import dev.aludel.compare.RenamePolicy;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.diff.RenameAnswers;
import dev.aludel.hazard.Hazard;
import dev.aludel.metamodel.MetamodelReader;
import dev.aludel.operation.Operation;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.TransactionMode;
import dev.aludel.schema.Model;
import dev.aludel.script.Script;
import dev.aludel.script.ScriptFolder;
import dev.aludel.script.ScriptSource;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.script.ScriptWriter;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/** Aludel as a user drives it: revisions in a folder, written and applied by the commands. */
public final class Engine {

    private final TestDatabase database;
    private final UnaryOperator<Connection> watch;
    private final Path folder;
    private final @Nullable WrittenClasses classes;
    private final boolean online;
    private int revisions;
    private int wrote;
    private boolean irreversible;

    public Engine(TestDatabase database) {
        this(database, UnaryOperator.identity());
    }

    /** With revisions in Java. */
    static Engine inJava(TestDatabase database) {
        return new Engine(database, UnaryOperator.identity(), new WrittenClasses(), false);
    }

    /** With plans for a database that is written to meanwhile. */
    static Engine online(TestDatabase database) {
        return new Engine(database, UnaryOperator.identity(), null, true);
    }

    /** With such plans as revisions in Java. */
    static Engine onlineInJava(TestDatabase database) {
        return new Engine(database, UnaryOperator.identity(), new WrittenClasses(), true);
    }

    /** With each connection watched. */
    Engine(TestDatabase database, UnaryOperator<Connection> watch) {
        this(database, watch, null, false);
    }

    private Engine(
            TestDatabase database, UnaryOperator<Connection> watch, @Nullable WrittenClasses classes, boolean online) {
        this.classes = classes;
        this.online = online;
        this.database = database;
        this.watch = watch;
        try {
            this.folder = Files.createTempDirectory("revisions");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code ensure-version}: the schema that the version table stands in is there from now on, whatever else is. */
    public void begin(EntityModel.Open model) {
        runner(model).ensureVersionTable();
    }

    /** {@code revision --autogenerate}, then {@code upgrade head}. What the revision holds, if there was anything to do. */
    public Step migrate(EntityModel.Open model) {
        return migrate(model, RenameAnswers.NONE, Map.of());
    }

    /** The same with {@code --rename} and {@code --default}. */
    Step migrate(EntityModel.Open model, RenameAnswers answers, Map<String, String> defaults) {
        Step step = revise(model, answers, defaults);
        upgrade(model);
        return step;
    }

    /** {@code revision --autogenerate} alone. */
    public Step revise(EntityModel.Open model) {
        return revise(model, RenameAnswers.NONE, Map.of());
    }

    private Step revise(EntityModel.Open model, RenameAnswers answers, Map<String, String> defaults) {
        NewRevision asked = NewRevision.of("step", "r" + revisions++)
                .withFormat(classes == null ? ScriptFormat.SQL : ScriptFormat.JAVA)
                .withOnline(online);
        WrittenRevision written = commands(model).autogenerate(asked, answers, new Defaults(defaults));
        wrote = written.steps().size();
        Step step = Step.NONE;
        for (WrittenRevision revision : written.steps()) {
            Script script = Objects.requireNonNull(revision.script());
            irreversible |= script.irreversible() != null;
            makeReversible(revision);
            if (classes != null) {
                classes.compile(revision);
                assertSameStatements(model, script);
            }
            step = step.and(script.sql().upgrade(), script.sql().downgrade());
        }
        return step;
    }

    /** Whether a revision said that it cannot be taken back once there are rows. */
    boolean isIrreversible() {
        return irreversible;
    }

    /** The rows that forbid the way back are not there: the statements are tried all the same. */
    private static void makeReversible(WrittenRevision revision) {
        Path file = Objects.requireNonNull(revision.file());
        try {
            Files.writeString(file, reversible(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reversible(String source) {
        return source.replaceFirst("(?m)^-- irreversible: .*\n", "")
                .replaceFirst(",\\s*irreversible = (\"(\\\\.|[^\"])*\"(\\s*\\+\\s*)?)+", "");
    }

    /** Whether it writes the plainest statements, which a scenario may spell out. */
    boolean isPlain() {
        return !online;
    }

    /** The class does what the script in its place would, and makes the same objects Aludel's. */
    private void assertSameStatements(EntityModel.Open model, Script script) {
        List<ScriptFile> files = new ArrayList<>();
        files.add(new ScriptFile("r.sql", reversible(new ScriptWriter().write(script))));
        String parent = script.revision().isBase()
                ? "base"
                : script.revision().downRevisions().get(0);
        if (!script.revision().isBase()) {
            files.add(new ScriptFile("p.sql", "-- revision: " + parent + "\n\n-- upgrade\n\n-- downgrade\n"));
        }
        MigrationRunner inSql = runner(model, () -> files);
        MigrationRunner inJava = runner(model);
        String up = parent + ":" + script.id();
        String down = script.id() + ":" + parent;
        assertThat(statements(inJava.upgradeSql(up))).isEqualTo(statements(inSql.upgradeSql(up)));
        assertThat(statements(inJava.downgradeSql(down))).isEqualTo(statements(inSql.downgradeSql(down)));
    }

    /** Up to the row of the version table. */
    private static String statements(String sql) {
        return sql.split("(insert into|delete from) \\S*aludel_revision", 2)[0]
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }

    /** {@code upgrade head}, if there is anything to do. */
    public void upgrade(EntityModel.Open model) {
        if (wrote > 0) {
            commands(model).upgrade("head");
        }
    }

    /** {@code downgrade -1}, if there was anything to do. */
    public void back(EntityModel.Open model) {
        if (wrote > 0) {
            commands(model).downgrade("-" + wrote);
        }
    }

    /** A line per difference, and per expression of which nobody knows. */
    public List<String> compare(EntityModel.Open model) {
        Comparison comparison = commands(model).compare();
        List<String> lines = new ArrayList<>(comparison.describe());
        lines.addAll(comparison.unproven());
        return lines;
    }

    /** {@code create-all}: what was made. */
    List<String> createAll(EntityModel.Open model) {
        return commands(model).createAll().stream().map(Operation::describe).toList();
    }

    /** What is not Aludel's. */
    List<String> unmanaged(EntityModel.Open model) {
        return commands(model).compare().unmanaged().stream()
                .map(Object::toString)
                .toList();
    }

    /** What a revision would be told to run into, without the reasons. */
    List<String> hazards(EntityModel.Open model) {
        Commands commands = commands(model);
        return commands.hazards(commands.compare()).stream().map(Hazard::text).toList();
    }

    /** What an application does at its start when nothing is pending: compares, and keeps what was proven. */
    void start(EntityModel.Open model) {
        MigrationRunner runner = runner(model);
        runner.remember(runner.compare());
    }

    private Commands commands(EntityModel.Open model) {
        return new Commands(runner(model), new PostgresDialect(), Settings.writingTo(folder));
    }

    private MigrationRunner runner(EntityModel.Open model) {
        return runner(
                model, classes == null ? new ScriptFolder(folder, Settings.FILE_TEMPLATE, ZoneOffset.UTC) : classes);
    }

    private MigrationRunner runner(EntityModel.Open model, ScriptSource scripts) {
        SessionFactoryImplementor factory = (SessionFactoryImplementor) model.factory();
        Supplier<Model> entities = () -> MetamodelReader.model(model.metadata(), factory);
        Dialect dialect = new PostgresDialect();
        RunnerSettings settings = new RunnerSettings(
                MetamodelReader.defaultSchema(factory).orElse(null),
                null,
                RunnerSettings.VERSION_TABLE,
                Duration.ofSeconds(5),
                0,
                null,
                Duration.ofSeconds(5),
                TransactionMode.PER_REVISION,
                CompareSettings.defaults().withRenameCandidates(RenamePolicy.DROP));
        return new MigrationRunner(dialect, () -> watch.apply(database.open()), scripts, entities, settings);
    }

    /** What a revision holds. */
    public record Step(String upgrade, String downgrade) {

        static final Step NONE = new Step("", "");

        /** Those of several revisions, the downgrades from the end. */
        Step and(String nextUpgrade, String nextDowngrade) {
            return new Step(joined(upgrade, nextUpgrade), joined(nextDowngrade, downgrade));
        }

        private static String joined(String first, String second) {
            return first.isEmpty() || second.isEmpty() ? first + second : first + "\n" + second;
        }
    }
}
