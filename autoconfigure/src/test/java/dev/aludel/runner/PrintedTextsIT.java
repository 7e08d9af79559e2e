package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.runner.version.AlteredHistoryException;
import dev.aludel.script.InvalidScriptException;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.Psql;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a row of the version table says runs nothing on the machine of who prints it for psql (law 12). */
class PrintedTextsIT {

    private static final ScriptFile A = revision("a1", "base", "create table a (id int, t text)", "drop table a");
    private static final String WRITTEN =
            "insert into aludel_revision select (jsonb_populate_record(r, jsonb_build_object('revision', 'zz',"
                    + " 'down_revisions', %s, 'message', %s, 'downgrade', %s, 'ordinal', 2))).* from aludel_revision r"
                    + " where revision = 'a1'";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    private Optional<Psql> psql = Optional.empty();

    @BeforeEach
    void upgrade() {
        psql = Psql.find();
        DATABASE.clear();
        runner(DATABASE, A).upgrade("a1");
    }

    @AfterEach
    void nothingWasRun() {
        assertThat(folder).isEmptyDirectory();
    }

    private String touch() {
        return "\\! touch " + folder.resolve("PWNED");
    }

    private static void write(String downRevisions, String message, String downgrade) {
        DATABASE.execute(WRITTEN.formatted(literal(downRevisions), literal(message), literal(downgrade)));
    }

    private static String literal(String text) {
        return "E'"
                + text.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "'";
    }

    private void runs(String sql) {
        assumeTrue(psql.isPresent(), "this machine has no psql of its own");
        psql.orElseThrow().run(DATABASE, sql);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2028", "\u0085", "*/", " -- downgrade"})
    void aMessageEndsNoComment(String separator) {
        write("a1", "evil" + separator + touch(), "select 1;");
        String sql = runner(DATABASE, A).downgradeSql("a1");

        assertThat(sql.lines()).noneMatch(line -> line.startsWith("\\!"));
        runs(sql);
        runs(runner(DATABASE, A).downgradeSql("a1", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\f\n", "\u2028\n", " -- downgrade\n"})
    void aMessageOfSeveralLinesIsRefused(String lineBreak) {
        write("a1", "evil" + lineBreak + touch(), "select 1;");
        MigrationRunner runner = runner(DATABASE, A);

        assertThatThrownBy(() -> runner.downgradeSql("a1"))
                .isInstanceOf(AlteredHistoryException.class)
                .hasMessageContaining("'zz'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1;\n%s\n",
                "select 1 %s",
                "select 1e'\\' %s --'",
                "copy a from stdin; %s\n\\.",
                "select 'a' /* /* */ %s\n */"
            })
    void aCommandOfPsqlInAStoredDowngradeIsRefusedByName(String downgrade) {
        write("a1", "evil", downgrade.formatted(touch()));
        MigrationRunner runner = runner(DATABASE, A);

        if (downgrade.contains("/*")) {
            runs(runner.downgradeSql("a1")); // within a comment it stays one
            return;
        }
        assertThatThrownBy(() -> runner.downgradeSql("a1"))
                .isInstanceOf(InvalidScriptException.class)
                .hasMessageStartingWith("its row in ");
        assertThatThrownBy(() -> runner.downgrade("a1")).isInstanceOf(InvalidScriptException.class);
    }

    @Test
    void aSettingThatChangesWhereStringsEndChangesNothing() {
        write(
                "a1",
                "evil",
                "select set_config('standard_conforming_strings', 'off', false); select 'a\\', ' " + touch() + "\n'");

        runs(runner(DATABASE, A).downgradeSql("a1"));
    }

    @Test
    void rowsBecomeNoCommandsWhereTheirCopyFails() {
        write("a1", "evil", "copy missing from stdin;\n1\n" + touch() + "\n\\.");

        runs(runner(DATABASE, A).downgradeSql("a1"));
    }

    @Test
    void noTextOfABatchEndsItsBlock() {
        write("a1", "evil", "-- batch: key id\nupdate a set t = $aludel$ end $aludel$ where t is null;");
        DATABASE.execute("update aludel_revision set transactional = false where revision = 'zz'");

        assertThat(runner(DATABASE, A).downgradeSql("a1")).contains("do $aludel1$");
    }

    @Test
    void printsNothingToAskOfATableThatIsNotThere() {
        DATABASE.clear();
        MigrationRunner none = runner(DATABASE);

        assumeTrue(psql.isPresent(), "this machine has no psql of its own");
        assertThat(psql.orElseThrow().run(DATABASE, none.upgradeSql("heads", true)))
                .isEqualTo(new Psql.Result(0, ""));
    }
}
