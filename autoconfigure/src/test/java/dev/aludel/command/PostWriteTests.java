package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostWriteTests {

    @TempDir
    private Path folder;

    @Test
    void givesTheFileWhereTheCommandSaysSoOrAsTheLastWord() throws IOException {
        Path file = Files.writeString(folder.resolve("a b.sql"), "select 1;");

        new PostWrite("cp {file} 'second copy'", folder).run(file);
        new PostWrite("cp --target-directory=" + Files.createDirectory(folder.resolve("x")), folder).run(file);

        assertThat(folder.resolve("second copy")).hasContent("select 1;");
        assertThat(folder.resolve("x/a b.sql")).hasContent("select 1;");
    }

    @Test
    void saysWhatFailedAndThatTheFileStays() {
        Path file = folder.resolve("a.sql");

        assertThatThrownBy(() -> new PostWrite("sh -c 'echo no such branch; exit 3'", folder).run(file))
                .isInstanceOf(PostWriteException.class)
                .hasMessage(
                        "The revision '" + file
                                + "' was written, but the command 'sh -c 'echo no such branch; exit 3'' ended with exit code 3: no such branch. Run it by hand, or mend 'aludel.post-write'.");
        assertThatThrownBy(() -> new PostWrite("no-such-program-anywhere", folder).run(file))
                .isInstanceOf(PostWriteException.class)
                .hasMessageContaining("cannot be run");
    }
}
