package dev.aludel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.command.Commands;
import dev.aludel.command.Settings;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.Status;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.schema.Model;
import dev.aludel.schema.Schema;
import dev.aludel.script.ScriptFolder;
import dev.aludel.script.Scripts;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loading, planning and printing many revisions; every tenth begins a branch that the next but one merges. */
class RevisionBenchmark {

    private static final StringBuilder TABLE = new StringBuilder("""

        | revisions | work                                            |     first |    median | a revision |
        |----------:|-------------------------------------------------|----------:|----------:|-----------:|
        """);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void print() {
        System.out.println(TABLE);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    @DisplayName("revisions")
    void revisions(int size) throws Exception {
        DATABASE.clear();
        write(size);
        PostgresDialect dialect = new PostgresDialect();
        Settings settings = Settings.writingTo(folder);
        ScriptFolder files = new ScriptFolder(folder, settings.fileTemplate(), settings.timezone());
        MigrationRunner runner = new MigrationRunner(
                dialect, DATABASE::open, files, () -> Model.of(Schema.empty()), RunnerSettings.defaults());
        Commands commands = new Commands(runner, dialect, settings);
        Scripts scripts = runner.scripts();
        RevisionGraph graph = scripts.graph();
        List<String> all =
                graph.sorted().stream().map(revision -> revision.id()).toList();
        assertThat(all).hasSize(size);

        add("load the scripts", size, () -> Scripts.load(files, dialect.lexer()::plainLines));
        add(
                "plan the upgrade from base",
                size,
                () -> assertThat(graph.upgrade(List.of(), "heads")).hasSize(size));
        add(
                "plan the downgrade to base",
                size,
                () -> assertThat(graph.downgrade(all, "base")).hasSize(size));
        add(
                "plan a stamp",
                size,
                () -> assertThat(graph.stamp(all, List.of("heads"))).hasSize(size));
        add(
                "history, with the load",
                size,
                () -> assertThat(commands.history(null, false)).hasSize(size));
        add("upgrade --sql, with the load", size, () -> runner.upgradeSql("base:heads", true));
        add("stamp all in the database and purge", size, () -> {
            runner.stamp("heads");
            runner.stamp(List.of("base"), true);
        });
        runner.upgrade("heads");
        add(
                "status at head, with the load",
                size,
                () -> assertThat(runner.status().state()).isEqualTo(Status.State.UP_TO_DATE));
        add(
                "verify, with the load",
                size,
                () -> assertThat(runner.verify().ok()).isTrue());
    }

    /** All by default; {@code -Dbenchmark.revisions=100,1000} for a quick look. */
    static IntStream sizes() {
        return Arrays.stream(System.getProperty("benchmark.revisions", "100,1000,10000")
                        .split(","))
                .mapToInt(Integer::parseInt);
    }

    private void write(int size) throws IOException {
        for (int i = 0; i < size; i++) {
            String parents = i == 0
                    ? "base"
                    : i % 10 == 1 && i > 1
                            ? id(i - 2)
                            : i % 10 == 2 && i > 2 ? id(i - 1) + ", " + id(i - 2) : id(i - 1);
            Files.writeString(folder.resolve(id(i) + ".sql"), """
                -- revision: %s
                -- down-revision: %s
                -- message: revision number %d

                -- upgrade
                select %d;

                -- downgrade
                select -1;
                """.formatted(id(i), parents, i, i));
        }
    }

    private static String id(int number) {
        return "r%06d".formatted(number);
    }

    private static void add(String work, int size, Timing.Work run) throws Exception {
        Timing timing = Timing.of(3, run);
        TABLE.append("| %,9d | %-47s | %9s | %9s | %7s µs |%n"
                .formatted(
                        size,
                        work,
                        seconds(timing.first().toNanos()),
                        seconds(timing.median().toNanos()),
                        String.format(Locale.ROOT, "%.1f", timing.median().toNanos() / 1e3 / size)));
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }
}
