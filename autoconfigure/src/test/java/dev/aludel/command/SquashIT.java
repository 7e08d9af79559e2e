package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.compare.CompareSettings;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.revision.HalfReplacedException;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.TransactionMode;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.schema.Model;
import dev.aludel.schema.Schema;
import dev.aludel.script.ScriptFolder;
import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One revision in place of several, and databases before, amid and past them. */
class SquashIT {

    private static final String VERSIONS = "select revision from aludel_revision order by ordinal";

    @TempDir
    private Path folder = Path.of("");

    private TestDatabase database = TestDatabase.create();

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Commands commands() {
        return commands(RunnerSettings.defaults());
    }

    private Commands commands(RunnerSettings runnerSettings) {
        Settings settings = Settings.writingTo(folder);
        ScriptFolder scripts = new ScriptFolder(settings.writeLocation(), settings.fileTemplate(), settings.timezone());
        PostgresDialect dialect = new PostgresDialect();
        MigrationRunner runner =
                new MigrationRunner(dialect, database::open, scripts, () -> Model.of(Schema.empty()), runnerSettings);
        return new Commands(runner, dialect, settings);
    }

    private void script(String id, String parent, String headers, String upgrade, String downgrade) {
        String text = "-- revision: %s\n-- down-revision: %s\n%s\n-- upgrade\n%s\n-- downgrade\n%s\n"
                .formatted(id, parent, headers, upgrade, downgrade);
        try {
            Files.writeString(folder.resolve(id + ".sql"), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A table that is made in three steps. */
    private void steps() {
        script(
                "a",
                "base",
                "-- creates: table users\n",
                "create table users (id int primary key);",
                "drop table users;");
        script("b", "a", "", "alter table users add column name text;", "alter table users drop column name;");
        script("c", "b", "", "create index by_name on users (name);", "drop index by_name;");
        script("d", "c", "", "alter table users add column mail text;", "alter table users drop column mail;");
    }

    private static List<String> ids(List<AppliedRevision> revisions) {
        return revisions.stream().map(AppliedRevision::id).toList();
    }

    private CatalogSnapshot at(String target) {
        try (TestDatabase other = TestDatabase.create()) {
            TestDatabase mine = database;
            database = other;
            commands().upgrade(target);
            CatalogSnapshot snapshot = CatalogSnapshot.of(other);
            database = mine;
            return snapshot;
        }
    }

    @Test
    void isMadeAnewFromTheBaseOn() throws IOException {
        steps();
        CatalogSnapshot expected = at("d");

        WrittenSquash written = commands().squash(":c", "the beginning", "q", null);

        assertThat(Files.readString(written.file()))
                .contains("-- down-revision: base", "-- replaces: a, b, c", "-- creates: table users")
                .contains("name text")
                .doesNotContain("add column");
        assertThat(written.reversible()).isTrue();
        assertThat(written.replaced()).hasSize(3).first().asString().endsWith("a.sql");
        assertThat(ids(commands().upgrade("heads"))).containsExactly("q", "d");
        assertThat(CatalogSnapshot.of(database)).isEqualTo(expected);
        assertThat(ids(commands().downgrade("base"))).containsExactly("d", "q");
        assertThat(CatalogSnapshot.of(database)).isEqualTo(CatalogSnapshot.EMPTY);
        assertThat(database.query("select datname from pg_database where datname like 'aludel%scratch%'"))
                .isEmpty();
    }

    @Test
    void isTheStatementsOneAfterTheOtherWhereRowsMayBe() throws IOException {
        steps();
        script("e", "d", "", "update users set mail = name where mail is null;", "select 1;");

        WrittenSquash written = commands().squash("b:e", "", "q", null);

        assertThat(Files.readString(written.file()))
                .contains("-- message: squash b to e", "-- down-revision: a", "-- replaces: b, c, d, e")
                .containsSubsequence("-- b\nalter table users add column name text;", "-- e\nupdate users")
                .containsSubsequence("-- downgrade", "-- e\nselect 1;", "drop column name;");
    }

    @Test
    void keepsTheRowsThatTheyInsert() throws IOException {
        steps();
        script("e", "d", "", "insert into users values (1, 'Ada', current_timestamp::text);", "delete from users;");

        WrittenSquash written = commands().squash(":e", "", "q", null);

        assertThat(Files.readString(written.file())).contains("insert into users");
        commands().upgrade("heads");
        assertThat(database.query("select name from users")).containsExactly("Ada");
    }

    @Test
    void leadsADatabaseOnWhereverItStands() {
        steps();
        CatalogSnapshot expected = at("d");
        for (String begin : List.of("a", "b", "c", "d")) {
            commands().upgrade(begin);
            commands().squash("b:c", "", "q", null);

            commands().upgrade("heads");

            assertThat(CatalogSnapshot.of(database)).as("from " + begin).isEqualTo(expected);
            assertThat(commands().current())
                    .extracting(info -> info.revision().id())
                    .containsExactly("d");
            assertThat(commands().upgrade("heads")).isEmpty();
            assertThat(ids(commands().downgrade("a"))).containsExactly("d", "q");
            assertThat(database.query(VERSIONS)).containsExactly("a");
            forget();
            commands().downgrade("base");
        }
    }

    @Test
    void isWrittenDownInPlaceOfThoseThatAreDone() throws IOException {
        steps();
        commands().upgrade("c");
        commands().squash(":c", "", "q", null);
        Files.delete(folder.resolve("a.sql"));
        Files.delete(folder.resolve("b.sql"));
        Files.delete(folder.resolve("c.sql"));

        assertThat(commands().status().pending())
                .extracting(revision -> revision.id())
                .containsExactly("d");
        commands().upgrade("heads");

        assertThat(database.query(VERSIONS)).containsExactly("q", "d");
        assertThat(database.query("select creates from aludel_revision where revision = 'q'"))
                .containsExactly("table users");
        assertThat(commands().verify().findings()).isEmpty();
    }

    @Test
    void isWrittenDownByAnUpgradeThatHasNothingElseToDo() {
        steps();
        commands().upgrade("d");
        commands().squash("a:c", "", "q", null);

        assertThat(commands().upgrade("heads")).isEmpty();

        assertThat(database.query(VERSIONS)).containsExactly("q", "d");
    }

    @Test
    void createsWhatIsLeftAlone() throws IOException {
        script(
                "a",
                "base",
                "-- creates: table lost, table kept\n",
                "create table lost (); create table kept ();",
                "drop table lost; drop table kept;");
        script(
                "b",
                "a",
                "-- creates: table came\n",
                "drop table lost; create table came ();",
                "create table lost (); drop table came;");
        script("c", "b", "", "alter table came rename to went;", "alter table went rename to came;");
        commands().upgrade("c");

        WrittenSquash written = commands().squash("a:c", "", "q", null);

        assertThat(Files.readString(written.file())).contains("-- creates: table kept\n");
        commands().upgrade("heads");
        assertThat(database.query("select creates from aludel_revision")).containsExactly("table kept");
    }

    @Test
    void standsWhereTheLastOfThemStood() {
        steps();
        commands().upgrade("d");
        commands().squash("a:c", "", "q", null);
        script("e", "d", "", "select 1;", "select 1;");

        commands().upgrade("heads");

        assertThat(database.query(VERSIONS)).containsExactly("q", "d", "e");
    }

    @Test
    void knowsWhichAuxiliaryObjectsAreLeft() {
        script("a", "base", "-- creates: object one, object two\n", "create table a ();", "drop table a;");
        script("b", "a", "-- creates: dropped object one, dropped object two\n", "select 1;", "select 1;");
        script("c", "b", "-- creates: object two\n", "select 1;", "select 1;");
        commands().upgrade("c");
        commands().squash("a:c", "", "q", null);
        script("d", "c", "", "select 1;", "select 1;");

        commands().upgrade("heads");

        assertThat(database.query("select creates from aludel_revision where revision = 'q'"))
                .containsExactly("object two");
    }

    @Test
    void refusesADatabaseAmidThemOnceTheirScriptsAreGone() throws IOException {
        steps();
        commands().upgrade("b");
        commands().squash(":c", "", "q", null);
        Files.delete(folder.resolve("a.sql"));
        Files.delete(folder.resolve("b.sql"));
        Files.delete(folder.resolve("c.sql"));

        assertThatThrownBy(() -> commands().upgrade("heads"))
                .isInstanceOf(HalfReplacedException.class)
                .hasMessageContaining("'a', 'b' are applied, and the scripts of 'a', 'b', 'c' are gone");
    }

    @Test
    void isTriedOnADatabaseThatIsNamed() {
        steps();
        try (TestDatabase empty = TestDatabase.create()) {
            commands().squash("a:d", "", "q", empty.url());
            assertThat(CatalogSnapshot.of(empty)).isEqualTo(CatalogSnapshot.EMPTY);
        }
    }

    @Test
    void isTriedInTheSchemasOfTheUnit() {
        script("a", "base", "", "create table shop.users (id int);", "drop table shop.users;");
        script("b", "a", "", "create index on users (id);", "drop index shop.users_id_idx;");
        database.execute("create schema shop");
        RunnerSettings shop = new RunnerSettings(
                "shop",
                "versions",
                "aludel_revision",
                null,
                0,
                null,
                Duration.ofMinutes(1),
                TransactionMode.PER_REVISION,
                CompareSettings.defaults());

        commands(shop).squash("a:b", "", "q", null);

        assertThat(ids(commands(shop).upgrade("heads"))).containsExactly("q");
        assertThat(database.query("select revision from versions.aludel_revision"))
                .containsExactly("q");
    }

    @Test
    void saysWhyThereIsNoWayBackAndRunsWithoutATransactionWhereOneCannot() throws IOException {
        script(
                "a",
                "base",
                "",
                "create type mood as enum ('sad'); create table t (m mood);",
                "drop table t; drop type mood;");
        script("b", "a", "-- irreversible: enums lose no values\n", "alter type mood add value 'happy';", "");
        script("c", "b", "", "insert into t values ('happy');", "delete from t;");

        WrittenSquash written = commands().squash("b:c", "", "q", null);

        assertThat(Files.readString(written.file()))
                .contains("-- irreversible: b: enums lose no values", "-- transactional: false");
        assertThat(written.reversible()).isFalse();
        commands().upgrade("heads");
        assertThat(database.query("select m from t")).containsExactly("happy");
    }

    private void forget() {
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().contains("_q_")).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
