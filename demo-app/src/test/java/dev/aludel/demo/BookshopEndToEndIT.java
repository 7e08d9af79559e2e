package dev.aludel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.demo.customer.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** A developer's day: the jar is run and its entities changed, the database follows and comes back. */
@ExtendWith(KeptServer.class)
class BookshopEndToEndIT {

    private static final Pattern TIMED = Pattern.compile("(?m)^\\d\\d:\\d\\d:\\d\\d INFO  ");
    private static final Pattern CURL =
            Pattern.compile("(?m)^\\$ curl -s localhost:8080(\\S+)(?: -H '.*' -d '(.*)')?\\n(.*)$");

    private final Project project;

    BookshopEndToEndIT(@TempDir Path folder) throws IOException {
        this.project = Project.copiedTo(folder);
    }

    @BeforeEach
    void emptyDatabase() throws SQLException {
        TestServer.empty();
    }

    @Test
    void theDatabaseFollowsAChangedEntityAndReturns() throws IOException, InterruptedException {
        Path script;
        try (RunningBookshop bookshop = project.start()) {
            openAccount(bookshop, "ada");
            bookshop.client()
                    .get()
                    .uri("/actuator/aludel")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.status")
                    .isEqualTo("UP_TO_DATE")
                    .jsonPath("$.units.default.pending.length()")
                    .isEqualTo(0)
                    .jsonPath("$.units.default.drift.length()")
                    .isEqualTo(0);
            assertThat(project.jar("check").exitCode()).isZero();

            addNickname();
            script = autogenerate("add nickname to users");
            assertThat(statements(script))
                    .containsExactly(
                            "alter table users add column nickname varchar(255);",
                            "alter table users drop column nickname;");
            project.build();

            assertThat(project.jar("check").exitCode()).isEqualTo(3);
            assertThat(project.jar("upgrade", "head").exitCode()).isZero();
            assertThat(project.jar("check").exitCode()).isZero();
        }

        String head = revisionId(script);
        try (RunningBookshop bookshop = project.start()) {
            bookshop.client()
                    .get()
                    .uri("/actuator/aludel")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.status")
                    .isEqualTo("UP_TO_DATE")
                    .jsonPath("$.units.default.current[0]")
                    .isEqualTo(head);
            findsUser(bookshop, "ada");
        }

        assertThat(project.jar("downgrade", "-1").exitCode()).isZero();
        assertThat(project.jar("check").exitCode()).isEqualTo(3);
        assertThat(project.jar("current").output()).doesNotContain(head);
    }

    /** Sends each request of {@code docs/bookshop.md}, and looks at the log of the first start. */
    @Test
    void answersAsTheDocumentationShows() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "bookshop.md"));
        try (RunningBookshop bookshop = project.start()) {
            assertThat(TIMED.matcher(bookshop.log()).replaceAll("").lines())
                    .containsSubsequence(TIMED.matcher(page)
                            .results()
                            .map(line -> page.substring(line.end(), page.indexOf('\n', line.end())))
                            .filter(line -> !line.contains("http://"))
                            .toList());
            List<MatchResult> requests = CURL.matcher(page).results().toList();
            assertThat(requests).isNotEmpty();
            for (MatchResult request : requests) {
                String answer = bookshop.client()
                        .method(request.group(2) == null ? HttpMethod.GET : HttpMethod.POST)
                        .uri(request.group(1))
                        .headers(headers -> headers.setContentType(MediaType.APPLICATION_JSON))
                        .body(request.group(2) == null ? "" : request.group(2))
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
                String shown = request.group(3);
                if (shown.endsWith("…")) {
                    assertThat(answer).startsWith(shown.substring(0, shown.length() - 1));
                } else {
                    assertThat(answer).isEqualTo(shown);
                }
            }
        }
    }

    @Test
    void anEntityWithoutChangeGivesNoRevision() throws IOException, InterruptedException {
        assertThat(project.aludel("upgrade", "head").exitCode()).isZero();
        List<Path> before = project.revisions();

        Answer answer = project.aludel("revision", "--autogenerate", "-m", "nothing");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.errors()).contains("No new upgrade operations detected");
        assertThat(project.revisions()).isEqualTo(before);
    }

    @Test
    void theHistoryNeedsNoDatabase() throws IOException, InterruptedException {
        Answer answer = project.jar(
                "history", "--bookshop.database.directory=" + project.folder().resolve("none"));

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.lines()).hasSize(project.revisions().size() + 1);
        assertThat(answer.output()).contains("5d20c1b3f7aa (head), open more shelves");
        assertThat(project.folder().resolve("none")).doesNotExist();
    }

    @Test
    void aRevisionInJavaIsAppliedPrintedAndTakenBack() throws IOException, InterruptedException {
        assertThat(project.jar("upgrade", "a67e1732547a").exitCode()).isZero();
        Answer printed = project.jar("upgrade", "head", "--sql");
        assertThat(printed.output())
                .contains("values ('maps', 'Maps and atlases', (select id from categories where slug = 'travel'));");

        Answer applied = project.jar("upgrade", "head");
        assertThat(applied.exitCode()).as(applied.errors()).isZero();
        assertThat(project.jar("check").exitCode()).isZero();
        assertThat(project.jar("show", "5d20c1b3f7aa").output()).contains("dev.aludel.demo.revisions.OpenMoreShelves");
        assertThat(project.jar("downgrade", "-1").exitCode()).isZero();
        assertThat(project.jar("current").output()).contains("a67e1732547a");
    }

    @Test
    void aRevisionInJavaIsWrittenCompiledAndApplied() throws IOException, InterruptedException {
        assertThat(project.aludel("upgrade", "head").exitCode()).isZero();
        addNickname();

        Answer written = project.aludel("revision", "--java", "--autogenerate", "-m", "add nickname to users");

        assertThat(written.exitCode()).as(written.errors()).isZero();
        Path source = project.folder().resolve(written.output().strip());
        assertThat(source).content().contains("t.addColumn(\"nickname\", \"varchar(255)\")");
        project.compile(source);
        Answer applied = project.aludel("upgrade", "head");
        assertThat(applied.exitCode()).as(applied.errors()).isZero();
        assertThat(project.aludel("check").exitCode()).isZero();
    }

    private void addNickname() throws IOException {
        project.change(
                User.class,
                source -> source.replace(
                        "    private String email;\n",
                        "    private String email;\n\n    private @Nullable String nickname;\n"));
    }

    private Path autogenerate(String message) throws IOException, InterruptedException {
        List<Path> before = project.revisions();
        Answer answer = project.aludel("revision", "--autogenerate", "-m", message);
        assertThat(answer.exitCode()).as(answer.errors()).isZero();
        List<Path> added = new ArrayList<>(project.revisions());
        added.removeAll(before);
        assertThat(added).hasSize(1);
        assertThat(answer.output()).contains(added.get(0).getFileName().toString());
        return added.get(0);
    }

    /** The lines of a script that are neither empty nor comments. */
    private static List<String> statements(Path script) throws IOException {
        return Files.readAllLines(script).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("--"))
                .toList();
    }

    /** From the first line: {@code -- revision: 3f2a9c1b7d40}. */
    private static String revisionId(Path script) throws IOException {
        String line = Files.readAllLines(script).get(0);
        assertThat(line).startsWith("-- revision: ");
        return line.substring("-- revision: ".length());
    }

    private static void openAccount(RunningBookshop bookshop, String username) {
        bookshop.client()
                .post()
                .uri("/api/users")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("username", username, "email", username + "@example.org"))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private static void findsUser(RunningBookshop bookshop, String username) {
        bookshop.client()
                .get()
                .uri("/api/users/by-username/" + username)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.username")
                .isEqualTo(username);
    }
}
