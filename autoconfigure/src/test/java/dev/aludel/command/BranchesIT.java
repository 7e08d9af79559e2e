package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aludel.AludelException;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.revision.BranchLabelCollisionException;
import dev.aludel.revision.MultipleHeadsException;
import dev.aludel.revision.NotAHeadException;
import dev.aludel.revision.Revision;
import dev.aludel.revision.UnmovableRevisionException;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.schema.Model;
import dev.aludel.schema.Schema;
import dev.aludel.script.ScriptFolder;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches as a team makes them: written, listed, merged, moved. */
class BranchesIT {

    @TempDir
    private Path folder = Path.of("");

    private TestDatabase database = TestDatabase.create();

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Commands commands() {
        Settings settings = Settings.writingTo(folder);
        ScriptFolder scripts = new ScriptFolder(settings.writeLocation(), settings.fileTemplate(), settings.timezone());
        PostgresDialect dialect = new PostgresDialect();
        MigrationRunner runner = new MigrationRunner(
                dialect, database::open, scripts, () -> Model.of(Schema.empty()), RunnerSettings.defaults());
        return new Commands(runner, dialect, settings);
    }

    private Revision write(String id, String... heads) {
        return write(new NewRevision("about " + id, id, List.of(heads), true, Set.of(), List.of()));
    }

    private Revision write(NewRevision asked) {
        return Objects.requireNonNull(commands().revision(asked).script()).revision();
    }

    @Test
    void aRevisionFollowsWhatItIsToldTo() {
        commands().revision(NewRevision.of("begin", "aa11"));

        assertThat(write("bb22", "head").downRevisions()).containsExactly("aa11");
        assertThat(write("cc33", "aa").downRevisions()).containsExactly("aa11");
        assertThat(write("dd44", "heads").downRevisions()).containsExactly("bb22", "cc33");
        assertThat(write("ee55", "base").downRevisions()).isEmpty();
        assertThat(write("ff66", "dd", "ee").downRevisions()).containsExactly("dd44", "ee55");
    }

    @Test
    void labelsAndDependenciesAreWritten() {
        write("aa11", "base");
        write(new NewRevision("orders", "bb22", List.of("base"), false, Set.of("orders"), List.of("aa")));

        Revision next = write(
                new NewRevision("more", "cc33", List.of("orders@head"), false, Set.of(), List.of("aa11", "heads")));

        assertThat(next.downRevisions()).containsExactly("bb22");
        assertThat(next.dependsOn()).containsExactly("aa11", "bb22");
        assertThat(commands().show("orders"))
                .singleElement()
                .satisfies(detail ->
                        assertThat(detail.info().revision().branchLabels()).containsExactly("orders"));
        assertThat(commands().heads(true))
                .extracting(info -> info.revision().id())
                .containsExactly("cc33");
        assertThat(commands().upgrade("orders@head")).hasSize(3);
        assertThat(write("dd44", "current").downRevisions()).containsExactly("aa11", "cc33");
    }

    @Test
    void nothingIsWrittenThatDoesNotFit() throws IOException {
        write("aa11", "base");
        write("bb22", "aa11");
        NewRevision third = NewRevision.of("third", "cc33");

        assertThatExceptionOfType(NotAHeadException.class)
                .isThrownBy(() -> commands().revision(withHeads(third, "aa11")))
                .withMessage("Revision 'aa11' is not a head: 'bb22' follows it already. Name a head, or say --splice to"
                        + " begin a branch behind 'aa11'.");
        assertThatExceptionOfType(TakenRevisionIdException.class)
                .isThrownBy(() -> commands().revision(NewRevision.of("again", "bb22")))
                .withMessageContaining("'bb22' is that of '")
                .withMessageContaining("_bb22_about_bb22.sql");
        assertThatExceptionOfType(AludelException.class)
                .isThrownBy(() -> commands().revision(NewRevision.of("odd", "a-b")))
                .withMessageContaining("'a-b', which is not allowed");
        assertThatExceptionOfType(BranchLabelCollisionException.class)
                .isThrownBy(() ->
                        write(new NewRevision("third", "cc33", List.of("head"), false, Set.of("aa11"), List.of())));
        assertThatExceptionOfType(AludelException.class)
                .isThrownBy(
                        () -> write(new NewRevision("third", "cc33", List.of("head"), false, Set.of(), List.of("zz"))))
                .withMessageContaining("'zz' is not known");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    private static NewRevision withHeads(NewRevision asked, String... heads) {
        return new NewRevision(
                asked.message(), asked.id(), List.of(heads), asked.splice(), asked.branchLabels(), asked.dependsOn());
    }

    @Test
    void branchesAreListedAndMerged() {
        write("aa11", "base");
        write("bb22", "aa11");
        write("cc33", "aa11");

        assertThat(commands().branches()).singleElement().satisfies(point -> {
            assertThat(point.info().revision().id()).isEqualTo("aa11");
            assertThat(point.followers())
                    .extracting(info -> info.revision().id())
                    .containsExactly("bb22", "cc33");
        });
        assertThatExceptionOfType(MultipleHeadsException.class)
                .isThrownBy(() -> commands().upgrade("head"))
                .withMessageContaining(
                        "Join them with 'aludel merge', put one behind the other with 'aludel rebase cc33'");

        WrittenRevision merge = commands().merge(withHeads(NewRevision.of("join", "dd44"), "heads"));

        assertThat(Objects.requireNonNull(merge.script()).revision().downRevisions())
                .containsExactly("bb22", "cc33");
        assertThat(commands().upgrade("head")).hasSize(4);
        assertThat(commands().downgrade("-1")).hasSize(1);
        assertThat(commands().current())
                .extracting(info -> info.revision().id())
                .containsExactly("bb22", "cc33");
        assertThat(commands().downgrade("bb22@-1")).extracting("id").containsExactly("bb22");
    }

    @Test
    void aMergeNeedsTwoBranches() {
        write("aa11", "base");
        write("bb22", "aa11");
        write("cc33", "bb22");
        write("dd44", "bb22");
        NewRevision merge = NewRevision.of("join", "ee55");

        assertThatExceptionOfType(NothingToMergeException.class)
                .isThrownBy(() -> commands().merge(withHeads(merge, "cc33")))
                .withMessageContaining("'cc33' is the one revision 'cc33'");
        assertThatExceptionOfType(NotAHeadException.class)
                .isThrownBy(() -> commands().merge(withHeads(merge, "cc33", "bb22")));
        assertThatExceptionOfType(NothingToMergeException.class)
                .isThrownBy(() -> commands()
                        .merge(new NewRevision("join", "ee55", List.of("cc33", "bb22"), true, Set.of(), List.of())))
                .withMessageContaining("'cc33' comes after 'bb22' already");
    }

    @Test
    void aBranchThatIsNotAppliedMovesBehindTheOther() {
        write("aa11", "base");
        write("bb22", "aa11");
        commands().upgrade("heads");
        write("cc33", "aa11");
        write("dd44", "cc33");

        assertThatExceptionOfType(UnmovableRevisionException.class)
                .isThrownBy(() -> commands().rebase("bb22", null))
                .withMessageContaining("'bb22' is applied in this database")
                .withMessageContaining("aludel merge bb22 dd44");
        MovedBranch moved = commands().rebase("dd44", null);

        assertThat(moved.file())
                .content()
                .contains("-- revision: cc33\n-- down-revision: bb22\n-- message: about cc33");
        assertThat(moved.move().moved()).extracting(Revision::id).containsExactly("cc33", "dd44");
        assertThat(commands().upgrade("head")).extracting("id").containsExactly("cc33", "dd44");
        assertThat(commands().rebase("cc33", "bb22").file()).isNull();
    }

    @Test
    void opensTheFilesOfRevisions() {
        write("aa11", "base");
        write("bb22", "aa11");
        write("cc33", "aa11");

        assertThat(commands().editable("heads"))
                .extracting(script -> script.file().getFileName().toString())
                .satisfiesExactly(
                        first -> assertThat(first).contains("bb22"),
                        second -> assertThat(second).contains("cc33"));
    }
}
