package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.postgresql.script.PostgresStatementLexer;
import dev.aludel.revision.MissingDownRevisionException;
import dev.aludel.script.ScriptSource.ScriptFile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptsTests {

    private static ScriptFile file(String location, String id, String parent) {
        return new ScriptFile(
                location, "-- revision: " + id + "\n-- down-revision: " + parent + "\n\n-- upgrade\n-- downgrade\n");
    }

    private static Scripts load(ScriptFile... files) {
        return Scripts.load(() -> Arrays.asList(files), new PostgresStatementLexer()::plainLines);
    }

    @Test
    void holdsScriptsInTheOrderOfTheGraph() {
        Scripts scripts = load(file("1.sql", "c", "b"), file("2.sql", "b", "a"), file("3.sql", "a", "base"));
        assertThat(scripts.all()).extracting(Script::id).containsExactly("a", "b", "c");
        assertThat(scripts.graph().heads())
                .singleElement()
                .isEqualTo(scripts.get("c").revision());
        assertThat(scripts.get("b").location()).isEqualTo("2.sql");
        assertThat(scripts.find("d")).isEmpty();
        assertThatThrownBy(() -> scripts.get("d"))
                .isInstanceOf(MissingScriptException.class)
                .hasMessageContaining("'d'");
    }

    @Test
    void passesByOtherFiles() {
        assertThat(load(new ScriptFile("v/README.md", "hello"), new ScriptFile("v/.#a.sql", "lock"))
                        .all())
                .isEmpty();
    }

    @Test
    void twoFilesWithOneIdAreBothNamed() {
        assertThatThrownBy(() -> load(file("v/1.sql", "a", "base"), file("w/2.sql", "a", "base")))
                .isInstanceOf(DuplicateScriptException.class)
                .hasMessageContaining("'a' is in several files: 'v/1.sql', 'w/2.sql'");
    }

    @Test
    void namesWhatIsWrongInAllFiles() {
        assertThatThrownBy(() ->
                        load(new ScriptFile("1.sql", ""), file("2.sql", "a", "base"), new ScriptFile("3.sql", "x")))
                .isInstanceOf(InvalidScriptException.class)
                .hasMessageContaining("1.sql:1")
                .hasMessageContaining("3.sql:1");
    }

    @Test
    void refusesWhatIsNoGraph() {
        assertThatThrownBy(() -> load(file("1.sql", "a", "lost"))).isInstanceOf(MissingDownRevisionException.class);
    }

    @Test
    void anIdIsTwelveHexadecimalDigitsAndNew() {
        List<String> ids =
                java.util.stream.Stream.generate(RevisionIds::next).limit(1000).toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{12}"));
    }
}
