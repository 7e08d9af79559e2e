package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.command.Commands;
import dev.aludel.command.Settings;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Model;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.script.ScriptFolder;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** That every documented shape is what is printed, in a story that fills its lists. */
class JsonIT {

    private static final Table USERS = new Table(
            ObjectName.of("users"),
            List.of(Column.of("id", "bigint", false), Column.of("mail", "varchar(80)", true)),
            List.of(new PrimaryKey(ConstraintName.unnamed(), List.of("id"))),
            List.of(),
            null);

    @TempDir
    private Path folder = Path.of("");

    private TestDatabase database = TestDatabase.create();
    private Schema model = new Schema(List.of(), List.of(USERS), List.of());
    private final Set<String> told = new LinkedHashSet<>();

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void everyDocumentedShapeIsWhatIsPrinted() throws IOException {
        DocumentedShapes shapes = DocumentedShapes.read();
        answers(shapes, 0, "doctor");
        answers(shapes, 0, "ensure-version");
        answers(shapes, 0, "compare");
        answers(shapes, 0, "revision --autogenerate -m users --rev-id aa11");
        answers(shapes, 3, "check");
        answers(shapes, 0, "status");
        answers(shapes, 0, "upgrade");
        answers(shapes, 0, "revision -m orders --rev-id bb22 --branch-label orders --depends-on aa11");
        answers(shapes, 0, "revision -m stock --rev-id cc33 --head aa11 --splice");
        answers(shapes, 0, "branches");
        answers(shapes, 0, "heads");
        answers(shapes, 0, "history --indicate-current");
        answers(shapes, 0, "show heads");
        answers(shapes, 0, "rebase cc33");
        answers(shapes, 0, "rebase cc33 --onto bb22");
        answers(shapes, 0, "upgrade");
        answers(shapes, 0, "downgrade -1");
        answers(shapes, 0, "revision -m more --rev-id dd44 --head bb22 --splice");
        answers(shapes, 0, "merge --rev-id ee55");
        answers(shapes, 0, "squash bb22:ee55 --rev-id ff66");
        answers(shapes, 0, "stamp ff66");
        answers(shapes, 0, "current");
        answers(shapes, 0, "verify");
        database.execute("update aludel_revision set checksum = 'other'", "create view v as select 1 as one");
        answers(shapes, 3, "verify");
        database.execute("update aludel_revision set state = 'upgrading', intent = E'0123456789abcdef\\n\\ncall f()'"
                + " where ordinal = (select max(ordinal) from aludel_revision)");
        answers(shapes, 3, "resolve");
        answers(shapes, 0, "resolve --applied");
        answers(shapes, 0, "resolve --checksum");
        model = model.withTables(List.of(USERS.withColumns(
                List.of(Column.of("id", "bigint", false), Column.of("e_mail", "varchar(80)", true)))));
        answers(shapes, 0, "compare");
        answers(shapes, 3, "check");
        answers(shapes, 0, "revision --autogenerate --drop users.mail");
        answers(shapes, 0, "lint");
        database.execute("drop view v", "drop table users");
        answers(shapes, 0, "create-all");

        told.add("init"); // see CommandLineIT
        assertThat(told).containsExactlyInAnyOrderElementsOf(shapes.commands().keySet());
        assertThat(withJson())
                .containsExactlyInAnyOrderElementsOf(shapes.commands().keySet());
    }

    private void answers(DocumentedShapes shapes, int exitCode, String line) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.add("--json");
        int code = commandLine(out, err).execute(words.toArray(String[]::new));
        assertThat(code).as(line + " " + err).isEqualTo(exitCode);
        shapes.assertPrinted(words.get(0), out.toString());
        told.add(words.get(0));
    }

    private List<String> withJson() {
        return commandLine(new StringWriter(), new StringWriter()).getSubcommands().entrySet().stream()
                .filter(entry -> entry.getValue().getCommandSpec().findOption("--json") != null)
                .map(entry -> entry.getKey())
                .toList();
    }

    private CommandLine commandLine(StringWriter out, StringWriter err) {
        Settings settings = Settings.writingTo(folder);
        ScriptFolder scripts = new ScriptFolder(folder, settings.fileTemplate(), settings.timezone());
        PostgresDialect dialect = new PostgresDialect();
        MigrationRunner runner =
                new MigrationRunner(dialect, database::open, scripts, () -> Model.of(model), RunnerSettings.defaults());
        PrintWriter errors = new PrintWriter(err, true);
        return CommandLines.of(
                new CommandContext(
                        new Terminal(new PrintWriter(out, true), errors, null),
                        () -> new Commands(runner, dialect, settings),
                        null),
                new String[0],
                failure -> failure.printStackTrace(errors));
    }
}
