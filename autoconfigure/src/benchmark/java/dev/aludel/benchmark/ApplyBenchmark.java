package dev.aludel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.schema.Model;
import dev.aludel.schema.Schema;
import dev.aludel.script.ScriptFolder;
import dev.aludel.testing.Psql;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Applying many small revisions, a transaction each, and finding that all are applied; beside Flyway and psql. */
class ApplyBenchmark {

    private static final int REVISIONS = Integer.getInteger("benchmark.apply", 500);
    private static final int ROUNDS = 5;

    private static final StringBuilder TABLE = new StringBuilder("""

        | work                                |     first |    median |
        |-------------------------------------|----------:|----------:|
        """);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void print() {
        System.out.println(TABLE);
    }

    @Test
    @DisplayName("apply")
    void apply() throws Exception {
        write();
        MigrationRunner aludel = new MigrationRunner(
                new PostgresDialect(),
                DATABASE::open,
                new ScriptFolder(folder.resolve("aludel"), "{revision}", ZoneOffset.UTC),
                () -> Model.of(Schema.empty()),
                RunnerSettings.defaults());
        Flyway flyway = Flyway.configure()
                .dataSource(DATABASE.url(), DATABASE.username(), "")
                .locations("filesystem:" + folder.resolve("flyway"))
                .load();
        String script = Files.readString(folder.resolve("all.sql"));
        Psql psql = Psql.find().orElse(null);

        add("Aludel, upgrade", () -> assertThat(aludel.upgrade("heads")).hasSize(REVISIONS));
        add("Flyway, migrate", () -> assertThat(flyway.migrate().migrationsExecuted).isEqualTo(REVISIONS));
        if (psql != null) {
            add("psql -f, a transaction each", () -> assertThat(psql.run(DATABASE, script).exitCode()).isZero());
        }
        DATABASE.clear();
        aludel.upgrade("heads");
        addAtHead("Aludel, upgrade at head", () -> assertThat(aludel.upgrade("heads")).isEmpty());
        DATABASE.clear();
        flyway.migrate();
        addAtHead("Flyway, migrate at head", () -> assertThat(flyway.migrate().migrationsExecuted).isZero());
        assertThat(TABLE).contains("Aludel", "Flyway");
    }

    private void write() throws IOException {
        Files.createDirectories(folder.resolve("aludel"));
        Files.createDirectories(folder.resolve("flyway"));
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= REVISIONS; i++) {
            String sql = "create table t%d (id bigint primary key, name varchar(80) not null);\n".formatted(i);
            Files.writeString(folder.resolve("flyway/V" + i + "__table.sql"), sql);
            Files.writeString(folder.resolve("aludel/r" + i + ".sql"), """
                -- revision: r%d
                -- down-revision: %s
                -- message: table number %d

                -- upgrade
                %s
                -- downgrade
                drop table t%d;
                """.formatted(i, i == 1 ? "base" : "r" + (i - 1), i, sql, i));
            all.append("begin;\n").append(sql).append("commit;\n");
        }
        Files.writeString(folder.resolve("all.sql"), all);
    }

    /** Each time on an empty database. */
    private static void add(String work, Timing.Work run) throws Exception {
        Timing timing = Timing.of(ROUNDS, DATABASE::clear, run);
        line(work, timing.first(), timing.median());
    }

    private static void addAtHead(String work, Timing.Work run) throws Exception {
        Timing timing = Timing.of(ROUNDS, run);
        line(work, timing.first(), timing.median());
    }

    private static void line(String work, Duration first, Duration median) {
        TABLE.append("| %-35s | %9s | %9s |%n".formatted(work, seconds(first), seconds(median)));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toNanos() / 1e9);
    }
}
