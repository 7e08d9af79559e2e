package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.AludelException;
import dev.aludel.dialect.postgresql.script.PostgresStatementLexer;
import dev.aludel.revision.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptFolderTests {

    private static final String DEFAULT = "{datetime}_{revision}_{slug}";
    private static final Instant CREATED = Instant.parse("2026-11-22T10:15:00Z");

    @TempDir
    Path temporary;

    private static Script script(String id, String message) {
        return new Script(
                Revision.of(id, message), CREATED, List.of(), true, null, SqlBody.of("select 'ü';", "select 2;"), "");
    }

    @Test
    void writesAFileThatItReadsAgain() throws IOException {
        ScriptFolder folder = new ScriptFolder(temporary.resolve("new/folder"), DEFAULT, ZoneOffset.UTC);
        Path file = folder.write(script("3f2a9c1b7d40", "Add email to users"));
        assertThat(file).hasFileName("20261122_101500_3f2a9c1b7d40_add_email_to_users.sql");
        assertThat(Files.readAllBytes(file))
                .isEqualTo(new ScriptWriter()
                        .write(script("3f2a9c1b7d40", "Add email to users"))
                        .getBytes(StandardCharsets.UTF_8));
        Scripts scripts = Scripts.load(folder, new PostgresStatementLexer()::plainLines);
        assertThat(scripts.get("3f2a9c1b7d40").sql().upgrade()).isEqualTo("select 'ü';");
        assertThat(scripts.get("3f2a9c1b7d40").location()).isEqualTo(file.toString());
    }

    @Test
    void neverOverwrites() throws IOException {
        ScriptFolder folder = new ScriptFolder(temporary, "{slug}", ZoneOffset.UTC);
        Path file = folder.write(script("a", "same"));
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> folder.write(script("b", "same")))
                .isInstanceOf(ScriptFolderException.class)
                .hasMessageContaining("same.sql' is there already");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void readsScriptsByNameAndNothingElse() throws IOException {
        Files.writeString(temporary.resolve("b.sql"), "b");
        Files.writeString(temporary.resolve("a.sql"), "a");
        Files.writeString(temporary.resolve("README.md"), "no");
        Files.writeString(temporary.resolve(".a.sql.1.part"), "no");
        ScriptFolder folder = new ScriptFolder(temporary, DEFAULT, ZoneOffset.UTC);
        assertThat(folder.files()).extracting(ScriptSource.ScriptFile::text).containsExactly("a", "b");
        assertThat(new ScriptFolder(temporary.resolve("none"), DEFAULT, ZoneOffset.UTC).files())
                .isEmpty();
    }

    @Test
    void tellsOnALineEachWhatCannotBeRead() throws IOException {
        Files.write(temporary.resolve("latin1.sql"), "-- message: größe".getBytes(StandardCharsets.ISO_8859_1));
        Files.createDirectories(temporary.resolve("folder.sql"));
        Files.createSymbolicLink(temporary.resolve("link.sql"), temporary.resolve("nowhere.sql"));
        ScriptFolder folder = new ScriptFolder(temporary, DEFAULT, ZoneOffset.UTC);

        assertThatThrownBy(() -> Scripts.load(folder, text -> line -> true))
                .isInstanceOf(InvalidScriptException.class)
                .satisfies(refusal -> assertThat(
                                String.valueOf(refusal.getMessage()).lines())
                        .satisfiesExactly(
                                line -> assertThat(line).contains("folder.sql: a folder has the name of a script"),
                                line -> assertThat(line).contains("latin1.sql: the file is not encoded as UTF-8"),
                                line -> assertThat(line).contains("link.sql: the link leads to no file")));
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({
        "{datetime}_{revision}_{slug}, 20261122_111500_a1_add_users.sql",
        "{revision}, a1.sql",
        "{year}-{month}-{day}T{hour}{minute}{second}_{slug}, 2026-11-22T111500_add_users.sql",
        "{epoch}_{revision}, 1795342500_a1.sql",
    })
    void namesFilesByTheTemplateAndInTheZone(String template, String name) {
        FileTemplate files = new FileTemplate(template, ZoneId.of("Europe/Berlin"));
        assertThat(files.name("a1", "Add users", CREATED)).isEqualTo(name);
    }

    @Test
    void aMessageWithoutASlugLeavesNothingBehind() {
        FileTemplate files = new FileTemplate(DEFAULT, ZoneOffset.UTC);
        assertThat(files.name("a1", "毎日", CREATED)).isEqualTo("20261122_101500_a1.sql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{nothing}", "../{revision}", ".{revision}", "sub/{revision}", "{slug}/{revision}"})
    void refusesATemplateThatGivesNoFileName(String template) {
        FileTemplate files = new FileTemplate(template, ZoneOffset.UTC);
        assertThatThrownBy(() -> files.name("a1", "x", CREATED))
                .isInstanceOf(AludelException.class)
                .hasMessageContaining("'" + template + "'");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            add email to users       | add_email_to_users
            Füge E-Mail hinzu!       | fuge_e_mail_hinzu
            'Straße & Œuvre: №5'     | strasse_oeuvre_no5
            '  ../../etc/passwd '    | etc_passwd
            a message that is a good deal longer than forty characters | a_message_that_is_a_good_deal_longer
            exactly forty characters are kept whole xy | exactly_forty_characters_are_kept_whole
            aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
            """)
    void aSlugIsAsciiAndShort(String message, String slug) {
        assertThat(FileTemplate.slug(message)).isEqualTo(slug).hasSizeLessThanOrEqualTo(40);
    }
}
