package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilationTests {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isBehindASourceThatWasChangedAfterIt() throws IOException {
        Compilation compilation = Compilation.of(new Project(folder), folder.resolve("target/classes"));
        assertThat(compilation.uncompiled()).isEmpty();

        Path source = file("src/main/java/shop/User.java", NOW);
        assertThat(compilation.uncompiled()).isEmpty();

        file("target/classes/shop/User.class", NOW.plusSeconds(1));
        file("target/classes/shop/Old.class", NOW.minusSeconds(1));
        assertThat(compilation.uncompiled()).isEmpty();

        Files.setLastModifiedTime(source, FileTime.from(NOW.plusSeconds(2)));
        assertThat(compilation.uncompiled()).contains(source);
    }

    private Path file(String name, Instant changed) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        return Files.setLastModifiedTime(file, FileTime.from(changed));
    }
}
