package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.revision.MultipleHeadsException;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.Status;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.version.DatabaseBehindException;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Model;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.script.ScriptFolder;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsIT {

    private static final Table AUTHORS = new Table(
            ObjectName.of("authors"),
            List.of(Column.of("id", "bigint", false), Column.of("name", "varchar(80)", true)),
            List.of(new PrimaryKey(ConstraintName.unnamed(), List.of("id"))),
            List.of(),
            null);

    private static final Table BOOKS = new Table(
            ObjectName.of("books"),
            List.of(Column.of("id", "bigint", false), Column.of("author_id", "bigint", true)),
            List.of(
                    new PrimaryKey(ConstraintName.unnamed(), List.of("id")),
                    ForeignKey.of(
                            ConstraintName.implicit("fkauthor"),
                            List.of("author_id"),
                            ObjectName.of("authors"),
                            List.of("id"))),
            List.of(),
            null);

    @TempDir
    private Path folder = Path.of("");

    private TestDatabase database = TestDatabase.create();
    private Schema model = Schema.empty();

    @BeforeEach
    void beginWithAuthors() {
        model = new Schema(List.of(), List.of(AUTHORS), List.of(Sequence.of(ObjectName.of("authors_seq"), 1, 50)));
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Commands commands() {
        Settings settings = Settings.writingTo(folder.resolve("db/revisions"));
        ScriptFolder scripts = new ScriptFolder(settings.writeLocation(), settings.fileTemplate(), settings.timezone());
        PostgresDialect dialect = new PostgresDialect();
        MigrationRunner runner =
                new MigrationRunner(dialect, database::open, scripts, () -> Model.of(model), RunnerSettings.defaults());
        return new Commands(runner, dialect, settings);
    }

    @Test
    void writesWhatDiffersAsAScriptThatReadsLikeOneWrittenByHand() throws IOException {
        WrittenRevision written = commands().revision("Create the authors", true, "aa11");

        assertThat(written.differences()).hasSize(2);
        Path file = Objects.requireNonNull(written.file());
        assertThat(file.getFileName().toString()).matches("\\d{8}_\\d{6}_aa11_create_the_authors\\.sql");
        assertThat(Files.readString(file)
                        .replaceAll("created: .*", "created: now")
                        .replaceAll("generated: [0-9a-f]{12}\\n", "generated: checksum\n"))
                .startsWith("""
                        -- revision: aa11
                        -- down-revision: base
                        -- message: Create the authors
                        -- created: now
                        -- creates: sequence authors_seq, table authors
                        -- generated: checksum

                        -- upgrade
                        create sequence authors_seq increment by 50;
                        create table authors (
                            id bigint not null,
                            name varchar(80),
                            constraint authors_pkey primary key (id)
                        );

                        -- downgrade
                        """)
                .containsSubsequence(
                        "-- hazard drop-table (authors): ",
                        "\n--     If they may be needed, keep them first: ",
                        "\ndrop table authors;\n-- hazard drop-sequence (authors_seq): ",
                        "\ndrop sequence authors_seq;\n");
    }

    @Test
    void writesNothingWhenNothingDiffers() {
        commands().revision("first", true, null);
        commands().upgrade("head");

        WrittenRevision second = commands().revision("second", true, null);

        assertThat(second.written()).isFalse();
        assertThat(commands().heads()).hasSize(1);
        assertThat(commands().check().ok()).isTrue();
    }

    @Test
    void writesAnEmptyRevisionToFillIn() {
        commands().revision("first", true, "aa11");
        WrittenRevision empty = commands().revision("", false, "bb22");

        assertThat(Objects.requireNonNull(empty.script()).revision().downRevisions())
                .containsExactly("aa11");
        assertThat(commands().upgrade("head")).hasSize(2);
    }

    @Test
    void refusesToCompareADatabaseThatIsBehindItsScripts() {
        commands().revision("first", true, "aa11");

        assertThatExceptionOfType(DatabaseBehindException.class)
                .isThrownBy(() -> commands().revision("second", true, null))
                .withMessageContaining("'aa11'")
                .withMessageContaining("aludel upgrade head");
        assertThat(commands().check().pending()).hasSize(1);
    }

    @Test
    void asksWhichHeadToFollow() throws IOException {
        commands().revision("first", false, "aa11");
        commands().revision("second", false, "bb22");
        Files.writeString(
                folder.resolve("db/revisions/other.sql"),
                "-- revision: cc33\n-- down-revision: aa11\n\n-- upgrade\n\n-- downgrade\n");

        assertThatExceptionOfType(MultipleHeadsException.class)
                .isThrownBy(() -> commands().revision("third", false, null))
                .withMessageContaining("'bb22', 'cc33'");
        assertThat(commands().heads()).extracting(info -> info.revision().id()).containsExactly("bb22", "cc33");
    }

    @Test
    void tellsTheHistoryFromWhereTheDatabaseStands() {
        commands().revision("first", false, "aa11");
        commands().revision("second", false, "bb22");
        commands().revision("third", false, "cc33");
        commands().upgrade("bb22");

        assertThat(commands().history(null, true))
                .extracting(info -> info.revision().id(), RevisionInfo::head, RevisionInfo::current)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("cc33", true, false),
                        org.assertj.core.groups.Tuple.tuple("bb22", false, true),
                        org.assertj.core.groups.Tuple.tuple("aa11", false, false));
        assertThat(commands().history("-1:current", false))
                .extracting(info -> info.revision().id())
                .containsExactly("bb22", "aa11");
        assertThat(commands().show("current"))
                .extracting(detail -> detail.info().revision().id())
                .containsExactly("bb22");
        assertThat(commands().status().state()).isEqualTo(Status.State.PENDING);
    }

    @Test
    void createsWhatIsMissingWithoutRevisionsAndTouchesNothingElse() {
        database.execute("create table authors (id bigint primary key, surplus int)", "create table others (id int)");
        model = model.withTables(List.of(AUTHORS, BOOKS));

        assertThat(commands().createAll()).hasSize(3);

        assertThat(database.query("select conname from pg_constraint where contype = 'f'"))
                .containsExactly("fkauthor");
        assertThat(database.query(
                        "select attname from pg_attribute where attrelid = 'authors'::regclass and attnum > 0"))
                .containsExactly("id", "surplus");
        assertThat(database.query("select to_regclass('aludel_revision')")).containsOnlyNulls();
        assertThat(commands().createAll()).isEmpty();
    }

    @Test
    void dropsOnlyWhatARevisionMade() {
        commands().revision("first", true, null);
        commands().upgrade("head");
        database.execute("create table by_hand (id int)");
        model = Schema.empty();

        WrittenRevision second = commands().revision("second", true, null);
        commands().upgrade("head");

        assertThat(second.hazards()).extracting("code").contains("drop-table", "drop-sequence");
        assertThat(
                        database.query(
                                "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1"))
                .containsExactly("aludel_revision", "by_hand");
        commands().downgrade("-1");
        model = new Schema(List.of(), List.of(AUTHORS), List.of(Sequence.of(ObjectName.of("authors_seq"), 1, 50)));
        assertThat(commands().compare().isEqual()).isTrue();
        assertThat(commands().compare().unmanaged()).hasToString("[table by_hand]");
    }
}
