package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTests {

    @TempDir
    private Path folder;

    @Test
    void isTheFolderWithTheBuildFileAboveTheClasses() throws Exception {
        Files.createDirectories(folder.resolve("shop/build/classes/java/main"));
        Files.createFile(folder.resolve("shop/build.gradle.kts"));
        Files.createFile(folder.resolve("settings.gradle.kts"));

        assertThat(Project.of(mainIn("shop/build/classes/java/main"))).contains(new Project(folder.resolve("shop")));
    }

    @Test
    void isMissingForAnUnpackedJar() throws Exception {
        Files.createDirectories(folder.resolve("app/BOOT-INF/classes"));
        Files.createFile(folder.resolve("pom.xml"));

        assertThat(Project.of(mainIn("app/BOOT-INF/classes"))).isEmpty();
    }

    @Test
    void isMissingForAJar() {
        assertThat(Project.of(Test.class)).isEqualTo(Optional.empty());
    }

    @Test
    void isTheWorkingDirectoryWhereNoBuildFileIsFound() throws Exception {
        assertThat(Project.of(mainIn("out"))).contains(new Project(Path.of("").toAbsolutePath()));
    }

    @Test
    void namesAFolderShortlyWhereTheProcessWorksInTheProject() {
        assertThat(new Project(Path.of("").toAbsolutePath()).resolve("src/main/resources/db/revisions"))
                .isEqualTo(Path.of("src/main/resources/db/revisions"));
        assertThat(new Project(folder).resolve("src/main/resources/db/revisions"))
                .isEqualTo(folder.resolve("src/main/resources/db/revisions"));
    }

    /** A class as if it had been compiled into a folder. */
    private Class<?> mainIn(String classes) throws IOException, ClassNotFoundException {
        String name = Main.class.getName();
        Path file = folder.resolve(classes).resolve(name.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        try (var bytes = Main.class.getResourceAsStream("ProjectTests$Main.class")) {
            Files.copy(Objects.requireNonNull(bytes), file);
        }
        return new URLClassLoader(new URL[] {folder.resolve(classes).toUri().toURL()}, null).loadClass(name);
    }

    private static final class Main {}
}
