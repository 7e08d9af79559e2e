package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.dialect.postgresql.script.PostgresStatementLexer;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Table;
import dev.aludel.script.SqlBody;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a role with fewer rights calls its objects becomes no statement of a revision (law 12). */
class ForeignNamesIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void create() {
        DATABASE.clear();
        DATABASE.execute("create schema mal", "create table item (id int, gone text)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v\nselect mal.x();\n--",
                "v\rselect mal.x();\r--",
                "v\n-- downgrade\nselect mal.x();",
                "v\n\\! touch PWNED\n",
                "downgrade",
                "*/ select mal.x(); /*",
                "v\u2028select mal.x();"
            })
    void aViewOnAColumnThatGoesAddsNoStatement(String name) {
        DATABASE.execute("create view mal.\"" + name + "\" as select gone from public.item");
        Table item =
                new Table(ObjectName.of("item"), List.of(Column.of("id", "integer", true)), List.of(), List.of(), null);
        Commands commands = ModelCommands.of(DATABASE, folder, item);

        SqlBody written = Objects.requireNonNull(
                        commands.revision("drop gone", true, "a").script())
                .sql();
        PostgresStatementLexer lexer = new PostgresStatementLexer();
        assertThat(Stream.of(written.upgrade(), written.downgrade()).flatMap(text -> lexer.split(text).stream()))
                .extracting(Statement::normal)
                .allMatch(sql -> sql.startsWith("alter table item "));
    }
}
