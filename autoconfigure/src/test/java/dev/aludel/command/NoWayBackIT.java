package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.diff.RenameAnswers;
import dev.aludel.runner.IrreversibleRevisionException;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Table;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A change of type of which no downgrade can work. */
class NoWayBackIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isSaidInTheHeaderAndByTheDowngrade() throws IOException {
        revise("r1", "boolean");

        Path file = revise("r2", "timestamp(6) with time zone");

        assertThat(Files.readString(file))
                .contains("-- irreversible: column 'notes.deleted' was of type boolean, which no value of type");
        assertThatThrownBy(() -> commands("timestamp(6) with time zone").downgrade("-1"))
                .isInstanceOf(IrreversibleRevisionException.class)
                .hasMessageContaining("'notes.deleted' was of type boolean");
    }

    private Path revise(String id, String type) {
        Commands commands = commands(type);
        WrittenRevision written =
                commands.autogenerate(NewRevision.of(id, id), RenameAnswers.NONE, new Defaults(Map.of()));
        commands.upgrade("head");
        return Objects.requireNonNull(written.file());
    }

    private Commands commands(String type) {
        return ModelCommands.of(
                DATABASE,
                folder,
                new Table(
                        ObjectName.of("notes"), List.of(Column.of("deleted", type, true)), List.of(), List.of(), null));
    }
}
