package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableOptions;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The statements by which the documentation has the index of a partitioned table built online. */
class PartitionedIndexIT {

    private static final Table EVENTS = new Table(
                    ObjectName.of("events"),
                    List.of(Column.of("at", "date", false)),
                    List.of(),
                    List.of(Index.of(ConstraintName.of("events_at_idx"), false, List.of(IndexKey.column("at")))),
                    null)
            .withOptions(TableOptions.ofText("partition by range (at)"));

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theDocumentedScriptLeavesNothingToDo() throws IOException {
        DATABASE.execute(
                "create table events (at date not null) partition by range (at)",
                "create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01')");
        Files.writeString(folder.resolve("r.sql"), "-- revision: r\n-- down-revision: base\n" + documented() + """

                -- downgrade
                drop index events_at_idx;
                """);
        Commands commands = commands();

        commands.upgrade("head");

        assertThat(commands.compare().operations()).isEmpty();
        commands.downgrade("base");
        assertThat(commands.compare().describe()).singleElement().asString().contains("events_at_idx");
    }

    /** From the header on. */
    private static String documented() throws IOException {
        String manual = Files.readString(Path.of("../docs/guides/online-changes.md"));
        int end = manual.indexOf("attach partition events_2026_at_idx;");
        int begin = manual.lastIndexOf("-- transactional: false", end);
        return manual.substring(begin, manual.indexOf('\n', end) + 1)
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private Commands commands() {
        return ModelCommands.of(DATABASE, folder, EVENTS);
    }
}
