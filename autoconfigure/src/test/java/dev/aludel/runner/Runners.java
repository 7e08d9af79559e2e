package dev.aludel.runner;

import dev.aludel.compare.CompareSettings;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.runner.session.ConnectionSource;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.TransactionMode;
import dev.aludel.schema.Model;
import dev.aludel.schema.Schema;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runners over scripts that a test spells out. */
public final class Runners {

    private Runners() {}

    /** A script as a file: {@code revision("b", "a", "create table t ()", "drop table t")}. */
    public static ScriptFile revision(String id, String parent, String upgrade, String downgrade) {
        return script(id, parent, "", upgrade, downgrade);
    }

    public static ScriptFile script(String id, String parent, String headers, String upgrade, String downgrade) {
        return new ScriptFile("db/revisions/" + id + ".sql", """
                -- revision: %s
                -- down-revision: %s
                -- message: about %s
                %s
                -- upgrade
                %s;

                -- downgrade
                %s;
                """.formatted(
                        id, parent, id, headers.isEmpty() ? "" : headers + "\n", upgrade, downgrade));
    }

    public static MigrationRunner runner(TestDatabase database, ScriptFile... files) {
        return runner(database::open, RunnerSettings.defaults(), files);
    }

    public static MigrationRunner runner(ConnectionSource connections, RunnerSettings settings, ScriptFile... files) {
        return runner(connections, settings, Schema::empty, List.of(files));
    }

    public static MigrationRunner runner(
            ConnectionSource connections, RunnerSettings settings, Supplier<Schema> model, List<ScriptFile> files) {
        return new MigrationRunner(
                new PostgresDialect(), connections, () -> files, () -> Model.of(model.get()), settings);
    }

    /** Three revisions, each a table. */
    public static ScriptFile[] threeTables() {
        return Stream.of(
                        revision("a", "base", "create table a (id int)", "drop table a"),
                        revision("b", "a", "create table b (id int)", "drop table b"),
                        revision("c", "b", "create table c (id int)", "drop table c"))
                .toArray(ScriptFile[]::new);
    }

    /** Settings that are usual but for these. */
    public static RunnerSettings settings(TransactionMode transaction, Duration wait) {
        return new RunnerSettings(
                null,
                null,
                RunnerSettings.VERSION_TABLE,
                Duration.ofSeconds(5),
                10,
                null,
                wait,
                transaction,
                CompareSettings.defaults());
    }
}
