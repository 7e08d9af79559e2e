package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.JavaRevision;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.diff.RenameAnswers;
import dev.aludel.revision.NotAHeadException;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.version.DatabaseAheadException;
import dev.aludel.runner.version.DatabaseBehindException;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Model;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.script.RevisionClass;
import dev.aludel.script.ScriptFolder;
import dev.aludel.script.ScriptSource;
import dev.aludel.testing.SourceCompiler;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The latest revision is written anew after a further change of the entities. */
class AmendIT {

    private static final String COLUMNS =
            "select attname from pg_attribute where attrelid = 'users'::regclass and attnum > 0 and not attisdropped"
                    + " order by 1";

    private static final NewRevision SAME = NewRevision.of("", null);

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void beginWithUsers() {
        commands().revision("create users", true, "aa11");
        commands().upgrade("heads");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private static Table users(String... columns) {
        List<Column> all = new ArrayList<>(List.of(Column.of("id", "bigint", false)));
        Stream.of(columns).map(name -> Column.of(name, "text", true)).forEach(all::add);
        return new Table(
                ObjectName.of("users"),
                all,
                List.of(new PrimaryKey(ConstraintName.unnamed(), List.of("id"))),
                List.of(),
                null);
    }

    private Commands commands(String... columns) {
        return ModelCommands.of(database, folder, users(columns));
    }

    private static WrittenRevision amend(Commands commands, NewRevision asked) {
        return commands.amend(commands.amendment(asked.heads(), false), asked, RenameAnswers.NONE, Defaults.none());
    }

    @Test
    void isWrittenAnewUnderItsNameBeforeItIsApplied() throws IOException {
        WrittenRevision first = commands("mail").revision("add the mail", true, "bb22");

        WrittenRevision amended = amend(commands("mail", "phone"), SAME);

        assertThat(amended.file()).isEqualTo(first.file());
        assertThat(Files.readString(Objects.requireNonNull(amended.file())))
                .contains("-- revision: bb22\n-- down-revision: aa11\n-- message: add the mail\n")
                .contains("add column mail", "add column phone");
        assertThat(commands("mail", "phone").upgrade("heads")).hasSize(1);
        assertThat(commands("mail", "phone").check().ok()).isTrue();
        assertThat(commands().verify().ok()).isTrue();
    }

    @Test
    void isTakenBackFirstWhereItIsApplied() throws IOException {
        commands("mail").revision("add the mail", true, "bb22");
        commands("mail").upgrade("heads");
        Commands changed = commands("phone");

        Amendment amendment = changed.amendment(List.of("head"), false);
        assertThat(Objects.requireNonNull(amendment.applied()).id()).isEqualTo("bb22");
        WrittenRevision amended =
                changed.amend(amendment, NewRevision.of("add the phone", null), RenameAnswers.NONE, Defaults.none());

        assertThat(database.query(COLUMNS)).containsExactly("id");
        assertThat(Files.readString(Objects.requireNonNull(amended.file())))
                .contains("-- message: add the phone\n")
                .contains("add column phone")
                .doesNotContain("mail text");
        changed.upgrade("heads");
        assertThat(database.query(COLUMNS)).containsExactly("id", "phone");
    }

    @Test
    void canBeAmendedAgain() {
        commands("mail").revision("add the mail", true, "bb22");
        amend(commands("mail", "phone"), SAME);

        assertThat(amend(commands("mail", "fax"), SAME).written()).isTrue();
    }

    @Test
    void isLeftAsItIsWhereSomebodyWroteIntoIt() throws IOException {
        Path file = Objects.requireNonNull(
                commands("mail").revision("add the mail", true, "bb22").file());
        Files.writeString(file, Files.readString(file).replace("add column mail", "add  column\n mail"));
        Commands changed = commands("phone");
        assertThat(changed.amendment(List.of("head"), false).applied()).isNull();
        String byHand = Files.readString(file).replace("\n-- downgrade", "update users set mail = '';\n\n-- downgrade");
        Files.writeString(file, byHand);

        assertThatThrownBy(() -> amend(changed, SAME))
                .isInstanceOf(UnamendableRevisionException.class)
                .hasMessageStartingWith("Revision 'bb22' is not amended: '" + file + "' has what was written by hand")
                .hasMessageEndingWith("or say --force.");
        assertThat(file).content().isEqualTo(byHand);
        changed.amend(changed.amendment(List.of("head"), true), SAME, RenameAnswers.NONE, Defaults.none());
        assertThat(file).content().contains("phone").doesNotContain("update");
    }

    @Test
    void isLeftAsItIsWhereNothingIsLeftToDo() {
        Path file = Objects.requireNonNull(
                commands("mail").revision("add the mail", true, "bb22").file());

        assertThat(amend(commands(), SAME).written()).isFalse();
        assertThat(file).content().contains("add column mail");
    }

    @Test
    void isTheLastOneOfThisBuildAlone() throws IOException {
        commands("mail").revision("add the mail", true, "bb22");
        commands("mail").revision("by hand", false, "cc33");
        Commands changed = commands("phone");

        assertThatThrownBy(() -> changed.amendment(List.of("bb22"), false))
                .isInstanceOf(NotAHeadException.class)
                .hasMessageEndingWith("'cc33' follows it already. Amend the last one, or write a new revision.");
        assertThatThrownBy(() -> changed.amendment(List.of("head"), true)).isInstanceOf(DatabaseBehindException.class);
        commands("mail").upgrade("heads");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().contains("cc33")).toList()) {
                Files.delete(file);
            }
        }
        assertThatThrownBy(() -> changed.amendment(List.of("head"), true)).isInstanceOf(DatabaseAheadException.class);
    }

    @Test
    void isWrittenAnewAsTheClassThatItIs() throws IOException {
        NewRevision asked = NewRevision.of("add the mail", "bb22").withFormat(ScriptFormat.JAVA);
        Path file = Objects.requireNonNull(commands("mail")
                .autogenerate(asked, RenameAnswers.NONE, Defaults.none())
                .file());
        String first = Files.readString(file);
        Commands changed = withClass(file, "phone");

        assertThat(amend(changed, SAME).file()).isEqualTo(file);
        String second = Files.readString(file);
        assertThat(second).contains("id = \"bb22\"").contains("phone").doesNotContain("\"mail\"");
        Files.writeString(
                file, first.replace("(Operations op) {", "(Operations op) {\n        op.execute(\"select 1\");"));
        assertThatThrownBy(() -> amend(withClass(file, "phone"), SAME))
                .isInstanceOf(UnamendableRevisionException.class);
    }

    private Commands withClass(Path source, String... columns) throws IOException {
        String name = "revisions." + source.getFileName().toString().replace(".java", "");
        Class<? extends JavaRevision> type =
                SourceCompiler.compile(name, Files.readString(source)).asSubclass(JavaRevision.class);
        Settings settings = Settings.writingTo(folder);
        ScriptSource scripts = new ScriptFolder(folder, settings.fileTemplate(), settings.timezone());
        ScriptSource both = new ScriptSource() {
            @Override
            public List<ScriptFile> files() {
                return scripts.files();
            }

            @Override
            public List<RevisionClass> classes() {
                return List.of(new RevisionClass(type, () -> instance(type)));
            }
        };
        MigrationRunner runner = new MigrationRunner(
                new PostgresDialect(),
                database::open,
                both,
                () -> Model.of(new Schema(List.of(), List.of(users(columns)), List.of())),
                RunnerSettings.defaults());
        return new Commands(runner, new PostgresDialect(), settings);
    }

    private static JavaRevision instance(Class<? extends JavaRevision> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
