package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.revision.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditableScriptTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void rewritesTheHeaderAlone() {
        String body = "\n-- upgrade\n-- down-revision: in a comment\nselect 1;\n\n-- downgrade\n";
        assertThat(EditableScript.rewritten("-- revision: c\n-- down-revision: a\n-- message: x\n" + body, "b"))
                .isEqualTo("-- revision: c\n-- down-revision: b\n-- message: x\n" + body);
    }

    @Test
    void keepsLineEndsByteOrderMarksAndOddSpaces() {
        assertThat(EditableScript.rewritten(
                        "\uFEFF--revision : c\r\n--  down-revision:a , z \r\n\r\n-- upgrade\r\n", "b"))
                .isEqualTo("\uFEFF--revision : c\r\n--  down-revision: b\r\n\r\n-- upgrade\r\n");
        assertThat(EditableScript.rewritten("\n\n-- down-revision: a\n-- revision: c\n\n-- upgrade\n", "b"))
                .isEqualTo("\n\n-- down-revision: b\n-- revision: c\n\n-- upgrade\n");
    }

    @Test
    void addsTheHeaderWhereABaseHasNone() {
        assertThat(EditableScript.rewritten("-- revision: c\r\n\r\n-- upgrade\r\n-- down-revision: no\r\n", "b"))
                .isEqualTo("-- revision: c\r\n-- down-revision: b\r\n\r\n-- upgrade\r\n-- down-revision: no\r\n");
    }

    @Test
    void writesTheFileInPlace() throws IOException {
        Path file =
                Files.writeString(folder.resolve("c.sql"), "-- revision: c\n-- down-revision: a\n\n-- upgrade\nü\n");

        new EditableScript("c", file).rewriteDownRevisions(List.of("b", "d"));

        assertThat(file).hasContent("-- revision: c\n-- down-revision: b, d\n\n-- upgrade\nü\n");
    }

    @Test
    void refusesWhatIsNoFileOfScripts() throws IOException {
        assertThatThrownBy(() -> EditableScript.of(script("classpath:db/revisions/c.sql")))
                .isInstanceOf(UneditableScriptException.class)
                .hasMessageContaining("'classpath:db/revisions/c.sql'")
                .hasMessageContaining("./aludel");
        Path java = Files.writeString(folder.resolve("C.java"), "class C {}");
        assertThatThrownBy(() -> EditableScript.of(script(java.toString())).rewriteDownRevisions(List.of("b")))
                .isInstanceOf(UneditableScriptException.class);
        assertThat(java).hasContent("class C {}");
    }

    private static Script script(String location) {
        return new Script(Revision.of("c", ""), null, List.of(), true, null, new SqlBody("", 1, "", 1), location);
    }
}
