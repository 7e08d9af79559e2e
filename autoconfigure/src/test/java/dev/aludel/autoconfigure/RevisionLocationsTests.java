package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.script.ScriptSource.ScriptFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;

class RevisionLocationsTests {

    private static final String CLASSPATH = "classpath:db/revisions";

    @TempDir
    private Path folder;

    @Test
    void readsSqlFilesAlsoBelowTheLocationAndNothingElse() throws IOException {
        write("db/one.sql", "1");
        write("db/2026/two.sql", "2");
        write("db/README.md", "no");

        assertThat(texts(from(List.of("file:" + folder.resolve("db")), null).files()))
                .containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void readsTheClassPathOfAJar() throws IOException {
        Path jar = jar("db/revisions/2026/one.sql", "schöne Grüße");

        List<ScriptFile> files = from(List.of(CLASSPATH), null, jar).files();

        assertThat(files).containsExactly(new ScriptFile("classpath:db/revisions/2026/one.sql", "schöne Grüße"));
    }

    @Test
    void readsEveryPlaceOnTheClassPath() throws IOException {
        write("classes/db/revisions/one.sql", "1");
        Path jar = jar("db/revisions/two.sql", "2");

        assertThat(texts(from(List.of(CLASSPATH), null, folder.resolve("classes"), jar)
                        .files()))
                .containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void readsTheSourcesInPlaceOfTheirCopyWhenItRunsFromClassFolders() throws IOException {
        write("src/main/resources/db/revisions/one.sql", "1, edited");
        write("src/main/resources/db/revisions/new.sql", "new");
        write("target/classes/db/revisions/one.sql", "1");
        write("target/classes/db/revisions/deleted.sql", "deleted");
        Path jar = jar("db/revisions/library.sql", "library");

        assertThat(texts(from(List.of(CLASSPATH), project(), folder.resolve("target/classes"), jar)
                        .files()))
                .containsExactlyInAnyOrder("1, edited", "new", "library");
    }

    @Test
    void readsTheCopyWhenItDoesNotRunFromClassFolders() throws IOException {
        write("src/main/resources/db/revisions/one.sql", "1, edited");
        write("target/classes/db/revisions/one.sql", "1");

        assertThat(texts(from(List.of(CLASSPATH), null, folder.resolve("target/classes"))
                        .files()))
                .containsExactly("1");
    }

    @Test
    void keepsWhatTheTestsAddOnTheClassPath() throws IOException {
        write("src/main/resources/db/revisions/one.sql", "1");
        write("target/test-classes/db/revisions/test.sql", "test");

        assertThat(texts(from(List.of(CLASSPATH), project(), folder.resolve("target/test-classes"))
                        .files()))
                .containsExactlyInAnyOrder("1", "test");
    }

    @Test
    void readsAFolderOnceThatIsBothLocationAndWriteLocation() throws IOException {
        write("src/main/resources/db/revisions/one.sql", "1");
        String location = "file:" + folder.resolve("src/main/resources/db/revisions");

        assertThat(texts(from(List.of(location), project()).files())).containsExactly("1");
        assertThat(texts(from(List.of(location), null).files())).containsExactly("1");
    }

    @Test
    void findsNothingAtFirstWithoutComplaint() {
        assertThat(from(List.of(CLASSPATH), null).files()).isEmpty();
        assertThat(from(List.of("file:" + folder.resolve("src/main/resources/db/revisions")), project())
                        .files())
                .isEmpty();
    }

    @Test
    void refusesALocationThatIsMisspelt() {
        assertThatThrownBy(() -> from(List.of("file:/no/such/folder"), null).files())
                .isInstanceOf(RevisionLocationException.class)
                .hasMessageContaining("'file:/no/such/folder' is not a folder");
        assertThatThrownBy(() -> from(List.of("classpath:db/revsions"), null).files())
                .hasMessageContaining("'classpath:db/revsions' is not on the class path");
        assertThatThrownBy(() -> from(List.of("db/revisions"), null).files())
                .hasMessageContaining("'db/revisions' does not begin with classpath: or file:");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        Path file = folder.resolve("db/latin.sql");
        Files.createDirectories(file.getParent());
        Files.write(file, "größer".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(from(List.of("file:" + folder.resolve("db")), null).files())
                .singleElement()
                .satisfies(read -> assertThat(read.location()).endsWith("latin.sql"))
                .satisfies(read -> assertThat(read.problem()).contains("UTF-8"));
    }

    private Project project() {
        return new Project(folder);
    }

    private RevisionLocations from(List<String> locations, @Nullable Project project, Path... classPath) {
        URL[] urls = Arrays.stream(classPath).map(RevisionLocationsTests::url).toArray(URL[]::new);
        return new RevisionLocations(
                locations,
                Optional.ofNullable(project),
                folder.resolve("src/main/resources/db/revisions"),
                new DefaultResourceLoader(new URLClassLoader(urls, null)));
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path jar(String name, String text) throws IOException {
        Path jar = folder.resolve("library.jar");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            Path file = zip.getPath(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        return jar;
    }

    private static List<String> texts(List<ScriptFile> files) {
        return files.stream().map(ScriptFile::text).toList();
    }
}
