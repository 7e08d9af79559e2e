package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.diff.RenameAnswers;
import dev.aludel.revision.MultipleHeadsException;
import dev.aludel.revision.UnknownRevisionException;
import dev.aludel.revision.UnsquashableRangeException;
import dev.aludel.runner.Status.State;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.runner.version.DatabaseAheadException;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Table;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people, each with a branch of the sources, and one database that both migrate. */
class TeamIT {

    private static final String COLUMNS =
            "select attname from pg_attribute where attrelid = 'users'::regclass and attnum > 0 and not attisdropped"
                    + " order by 1";

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = TestDatabase.create();
    private Path anna = Path.of("");
    private Path ben = Path.of("");

    @BeforeEach
    void bothBeginWithTheUsers() throws IOException {
        anna = Files.createDirectories(folder.resolve("anna"));
        ben = Files.createDirectories(folder.resolve("ben"));
        commands(anna).revision("create users", true, "aa11");
        commands(anna).upgrade("heads");
        pull(anna, ben);
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Commands commands(Path branch, String... columns) {
        List<Column> all = new ArrayList<>(List.of(Column.of("id", "bigint", false)));
        Stream.of(columns).map(name -> Column.of(name, "text", true)).forEach(all::add);
        return ModelCommands.of(
                database,
                branch,
                new Table(
                        ObjectName.of("users"),
                        all,
                        List.of(new PrimaryKey(ConstraintName.unnamed(), List.of("id"))),
                        List.of(),
                        null));
    }

    private static void pull(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void annaAddsTheMail() {
        commands(anna, "mail").revision("add the mail", true, "bb22");
        commands(anna, "mail").upgrade("heads");
    }

    private static List<String> ids(List<AppliedRevision> revisions) {
        return revisions.stream().map(AppliedRevision::id).toList();
    }

    @Test
    void aColleaguesColumnIsNoDifference() throws IOException {
        annaAddsTheMail();
        Commands bens = commands(ben, "phone");

        assertThat(bens.status().state()).isEqualTo(State.AHEAD);
        assertThat(ids(bens.status().unknown())).containsExactly("bb22");
        CheckResult check = bens.check();
        assertThat(check.ok()).isFalse();
        assertThat(ids(check.unknown())).containsExactly("bb22");
        assertThat(check.comparison()).isNull();
        assertThatThrownBy(() -> bens.revision("add the phone", true, "cc33"))
                .isInstanceOf(DatabaseAheadException.class)
                .hasMessageStartingWith(
                        "The database is ahead of this build, which does not have 'bb22' (add the mail; applied by ")
                .hasMessageContaining("Merge the branch that has it into yours")
                .hasMessageEndingWith("'aludel downgrade head'.");
        try (Stream<Path> files = Files.list(ben)) {
            assertThat(files).hasSize(1);
        }
        assertThat(database.query(COLUMNS)).containsExactly("id", "mail");
    }

    @Test
    void bothBranchesAreJoinedAndNothingIsLeftToDo() throws IOException {
        annaAddsTheMail();
        Commands bens = commands(ben, "phone");
        bens.revision("add the phone", false, "cc33");
        assertThatThrownBy(() -> bens.upgrade("heads"))
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessageContaining("'bb22'")
                .hasMessageContaining("'aludel downgrade head'");

        pull(anna, ben);
        write(ben, "cc33", "alter table users add column phone text;", "alter table users drop column phone;");
        Commands merged = commands(ben, "mail", "phone");
        assertThatThrownBy(() -> merged.upgrade("head"))
                .isInstanceOf(MultipleHeadsException.class)
                .hasMessageContaining("'aludel merge'")
                .hasMessageContaining("'aludel rebase cc33'");
        assertThat(ids(merged.upgrade("heads"))).containsExactly("cc33");
        WrittenRevision merge = merged.merge(new NewRevision("", "dd44", List.of("heads"), false, Set.of(), List.of()));

        assertThat(merge.file()).content().contains("-- message: merge bb22 and cc33");
        assertThat(ids(merged.upgrade("head"))).containsExactly("dd44");
        assertThat(merged.check().ok()).isTrue();
        assertThat(merged.revision("nothing", true, null).written()).isFalse();
    }

    @Test
    void onesOwnHeadIsReachedWithoutTheOthersBranch() throws IOException {
        write(ben, "cc33", "alter table users add column phone text;", "alter table users drop column phone;");
        commands(ben, "phone").upgrade("heads");
        pull(ben, anna);
        annaAddsTheMailBeside();
        assertThat(database.query(COLUMNS)).containsExactly("id", "mail", "phone");
        Commands bens = commands(ben, "phone");

        assertThat(bens.downgradeSql("head", false))
                .contains("drop column mail")
                .doesNotContain("phone");
        assertThat(ids(bens.downgrade("head"))).containsExactly("bb22");

        assertThat(database.query(COLUMNS)).containsExactly("id", "phone");
        assertThat(bens.check().ok()).isTrue();
        assertThat(bens.downgrade("head")).isEmpty();
    }

    @Test
    void theOthersBranchIsTakenBackBeforeOnesOwnIsApplied() throws IOException {
        annaAddsTheMail();
        write(ben, "cc33", "alter table users add column phone text;", "alter table users drop column phone;");
        Commands bens = commands(ben, "phone");

        assertThat(ids(bens.downgrade("heads"))).containsExactly("bb22");
        assertThat(ids(bens.upgrade("head"))).containsExactly("cc33");
        assertThat(ids(commands(anna, "mail").status().unknown())).containsExactly("cc33");
    }

    @Test
    void aRangeIsNotSquashedOverABranchThatOnlyTheDatabaseHas() throws IOException {
        pull(anna, ben);
        annaAddsTheMail();
        write(ben, "cc33", "alter table users add column phone text;", "alter table users drop column phone;");

        assertThatThrownBy(() -> commands(ben).squash(":cc33", "", "qq99", null))
                .isInstanceOf(UnsquashableRangeException.class)
                .hasMessageContaining("a branch leads to 'bb22'");
    }

    private void annaAddsTheMailBeside() throws IOException {
        commands(anna, "mail", "phone")
                .autogenerate(
                        new NewRevision("add the mail", "bb22", List.of("aa11"), true, Set.of(), List.of()),
                        RenameAnswers.NONE,
                        Defaults.none());
        commands(anna, "mail", "phone").upgrade("heads");
    }

    private static void write(Path branch, String id, String upgrade, String downgrade) throws IOException {
        try (Stream<Path> files = Files.list(branch)) {
            for (Path file : files.filter(path -> path.toString().contains(id)).toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(branch.resolve(id + ".sql"), """
                -- revision: %s
                -- down-revision: aa11
                -- message: written by hand

                -- upgrade
                %s

                -- downgrade
                %s
                """.formatted(id, upgrade, downgrade));
    }
}
