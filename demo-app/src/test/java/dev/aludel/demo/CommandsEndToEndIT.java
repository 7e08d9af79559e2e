package dev.aludel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every command on the application as it is deployed, in a process of its own: what it answers, what it says beside that, and how it ends. */
@ExtendWith(KeptServer.class)
class CommandsEndToEndIT {

    private static final String FIRST = "60636d5a647f";
    private static final String HEAD = "5d20c1b3f7aa";

    private static Deployment deployment = new Deployment(Path.of(""));

    private final Project project;
    private final List<String> options = new ArrayList<>();

    @BeforeAll
    static void deploy(@TempDir Path folder) throws IOException, InterruptedException {
        deployment = Deployment.in(folder.resolve("bookshop"));
    }

    CommandsEndToEndIT(@TempDir Path folder) throws IOException {
        this.project = Project.copiedTo(folder, deployment);
        options.add("--aludel.locations=file:src/main/resources/db/revisions");
    }

    @Test
    void whatIsAboutFilesNeedsNoDatabase() throws IOException, InterruptedException {
        Path none = project.folder().resolve("none");
        options.add("--bookshop.database.directory=" + none);

        answers(0, List.of(HEAD + " (head), open more shelves"), "heads");
        answers(0, List.of(), "branches");
        assertThat(run(0, "show", "head").output())
                .startsWith("Revision:  " + HEAD)
                .contains("-- downgrade");
        assertThat(run(0, "revision", "-m", "left", "--rev-id", "aa11").output())
                .contains("_aa11_left.sql");
        Answer refused = run(1, "revision", "-m", "right", "--rev-id", "bb22", "--head", HEAD);
        assertThat(refused.output()).isEmpty();
        assertThat(refused.errors().lines())
                .containsExactly(
                        "aludel: Revision '" + HEAD + "' is not a head: 'aa11' follows it already. Name a head,"
                                + " or say --splice to begin a branch behind '" + HEAD + "'.");
        run(0, "revision", "-m", "right", "--rev-id", "bb22", "--head", HEAD, "--splice", "--branch-label", "right");
        answers(
                0,
                List.of(
                        HEAD + " (branchpoint), open more shelves",
                        "    -> aa11 (head), left",
                        "    -> bb22 (right) (head), right"),
                "branches");
        assertThat(run(0, "merge", "-m", "join", "--rev-id", "cc33").errors())
                .endsWith("Generating revision cc33 ...  done\n");
        answers(
                0,
                List.of(
                        "* aa11, bb22 -> cc33 (head) (mergepoint), join",
                        "|\\",
                        "| * " + HEAD + " -> bb22 (right), right",
                        "* | " + HEAD + " -> aa11, left",
                        "|/",
                        "* a67e1732547a -> " + HEAD + " (branchpoint), open more shelves"),
                "history",
                "-r",
                HEAD + ":");
        assertThat(run(0, "history", "--mermaid").lines()).first().isEqualTo("flowchart BT");
        assertThat(run(0, "history", "--dot").lines()).last().isEqualTo("}");
        assertThat(run(0, "heads", "--json").output()).contains("\"id\": \"cc33\"");
        assertThat(project.jar(Map.of("VISUAL", "echo edits"), withOptions("edit", "cc33"))
                        .output())
                .matches("(?s)edits .*_cc33_join\\.sql\\R");
        assertThat(run(0, "upgrade", "base:heads", "--sql").output())
                .contains("-- Running upgrade aa11, bb22 -> cc33, join");
        assertThat(run(0, "downgrade", "cc33:" + HEAD, "--sql", "--idempotent").output())
                .startsWith("\\set ON_ERROR_STOP on")
                .contains("-- Running downgrade cc33 -> aa11, bb22, join");
        assertThat(run(0, "stamp", HEAD + ":cc33", "--sql").output()).contains("-- Running stamp " + HEAD + " -> aa11");
        assertThat(run(0, "ensure-version", "--sql").output()).contains("create table aludel_revision");
        assertThat(run(0, "completion").output()).contains("complete -F _complete_aludel");
        assertThat(none).doesNotExist();
    }

    @Test
    void aDatabaseIsLedForthAndBack() throws IOException, InterruptedException, SQLException {
        TestServer.empty();

        answers(0, List.of("The version table was made."), "ensure-version");
        assertThat(run(0, "status").output()).startsWith("Status:   PENDING").contains("Pending:  5 revisions");
        Answer first = run(0, "upgrade", "+1");
        assertThat(first.lines()).containsExactly("Applied 1 revision: the database is at " + FIRST + ".");
        assertThat(first.errors().lines())
                .containsExactly("Running upgrade <base> -> " + FIRST + ", create the bookshop");
        Answer behind = run(3, "current", "--check-heads");
        assertThat(behind.lines()).containsExactly(FIRST);
        assertThat(behind.errors().lines()).containsExactly("The database is not at all heads: it lacks " + HEAD + ".");
        answers(0, List.of("Applied 4 revisions: the database is at " + HEAD + " (head)."), "upgrade");
        answers(0, List.of(HEAD + " (head)"), "current", "-c");
        answers(0, List.of("No new upgrade operations detected."), "check");
        assertThat(run(0, "compare").errors()).isEqualTo("The entities and the database agree.\n");
        answers(0, List.of("Verified 5 revisions: all as applied."), "verify");
        assertThat(run(0, "doctor").lines())
                .noneMatch(line -> line.startsWith("problem"))
                .anyMatch(line -> line.startsWith("ok       revisions       5 revisions, head " + HEAD));
        assertThat(run(0, "create-all").errors()).isEqualTo("Nothing is missing.\n");

        run(0, "revision", "-m", "left", "--rev-id", "aa11");
        run(0, "upgrade");
        run(0, "revision", "-m", "right", "--rev-id", "bb22", "--head", HEAD, "--splice");
        Answer several = run(1, "upgrade", "head");
        assertThat(several.errors()).startsWith("aludel: 'head' is not one revision, since there are several heads");
        assertThat(run(0, "rebase", "bb22").lines())
                .startsWith(
                        "Moved 1 revision: bb22 now follows aa11 instead of " + HEAD + ".", "  aa11 -> bb22, right");
        answers(0, List.of("Applied 1 revision: the database is at bb22 (head)."), "upgrade", "head");
        Answer squashed = run(0, "squash", "aa11:bb22", "--rev-id", "cc33");
        assertThat(squashed.lines()).singleElement().asString().endsWith("_cc33_squash_aa11_to_bb22.sql");
        assertThat(squashed.errors())
                .contains("cc33 replaces 2 revisions, aa11 to bb22.", "Proven on scratch databases", "and back.");
        answers(0, List.of("cc33 (head)"), "current");
        Files.delete(script("_cc33_squash_aa11_to_bb22.sql"));
        answers(0, List.of("Took back 2 revisions: the database is at " + HEAD + "."), "downgrade", HEAD);
        answers(0, List.of("Stamped: the database is at bb22 (head)."), "stamp", "heads");
        change("_aa11_left.sql", "select 1;");
        Answer changed = run(3, "verify");
        assertThat(changed.lines())
                .singleElement()
                .asString()
                .startsWith("changed-script: Revision 'aa11' was changed");
        assertThat(run(0, "resolve", "--checksum").lines())
                .singleElement()
                .asString()
                .startsWith("Accepted ");
        assertThat(run(0, "verify").lines()).singleElement().asString().startsWith("Verified ");
        answers(0, List.of("No revision is interrupted."), "resolve");
        answers(0, List.of("Stamped: the database is at " + FIRST + "."), "stamp", "--purge", FIRST);
        assertThat(run(0, "history", "-i").lines())
                .last()
                .isEqualTo("<base> -> " + FIRST + " (current), create the bookshop");
        assertThat(run(0, "init").lines()).contains("Created: aludel");
    }

    @Test
    void lintRunsWhatIsPendingElsewhereAndTellsWhatItWouldDo() throws IOException, InterruptedException, SQLException {
        TestServer.empty();
        run(0, "upgrade");
        answers(0, List.of("Linted 0 revisions: 0 failing, 0 to be seen to, 0 allowed."), "lint");
        run(0, "revision", "-m", "no reviews", "--rev-id", "aa11");
        change("_aa11_no_reviews.sql", "drop table reviews;");

        Answer warned = run(0, "lint");
        assertThat(warned.lines().get(0))
                .matches("src/main/.*_aa11_no_reviews\\.sql:7: warn drop-table: .* Rows that are lost: 0\\.");
        assertThat(warned.lines()).last().isEqualTo("Linted 1 revision: 0 failing, 1 to be seen to, 0 allowed.");
        options.add("--aludel.hazards.drop-table=fail");
        assertThat(run(3, "lint", "--format", "sarif").output()).contains("\"level\": \"error\"");
        assertThat(run(3, "lint", "--format", "junit").output()).contains("<failure type=\"drop-table\"");
        change("_aa11_no_reviews.sql", "-- allow: drop-table they moved to another service");
        assertThat(run(0, "lint").lines())
                .last()
                .isEqualTo("Linted 1 revision: 0 failing, 0 to be seen to, 1 allowed.");
        assertThat(run(0, "upgrade", "--plan").lines())
                .containsExactly("1 revision pending.", HEAD + " -> aa11 (head), no reviews");
    }

    private Path script(String name) throws IOException {
        return project.revisions().stream()
                .filter(file -> file.toString().endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private void change(String name, String statement) throws IOException {
        Path script = script(name);
        Files.writeString(script, Files.readString(script).replace("-- upgrade\n", "-- upgrade\n" + statement + "\n"));
    }

    private void answers(int exitCode, List<String> lines, String... words) throws IOException, InterruptedException {
        Answer answer = run(exitCode, words);
        assertThat(answer.lines()).as(answer.errors()).isEqualTo(lines);
    }

    private Answer run(int exitCode, String... words) throws IOException, InterruptedException {
        Answer answer = project.jar(withOptions(words));
        assertThat(answer.exitCode())
                .as(String.join(" ", words) + "\n" + answer.output() + answer.errors())
                .isEqualTo(exitCode);
        return answer;
    }

    private String[] withOptions(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(options);
        return all.toArray(String[]::new);
    }
}
