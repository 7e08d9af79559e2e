package dev.aludel.command;

import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.schema.Model;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.script.ScriptFolder;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;

/** The commands of an application that maps some tables. */
final class ModelCommands {

    private ModelCommands() {}

    static Commands of(TestDatabase database, Path folder, Table... tables) {
        Settings settings = Settings.writingTo(folder);
        ScriptFolder scripts = new ScriptFolder(folder, settings.fileTemplate(), settings.timezone());
        PostgresDialect dialect = new PostgresDialect();
        MigrationRunner runner = new MigrationRunner(
                dialect,
                database::open,
                scripts,
                () -> Model.of(new Schema(List.of(), List.of(tables), List.of())),
                RunnerSettings.defaults());
        return new Commands(runner, dialect, settings);
    }
}
