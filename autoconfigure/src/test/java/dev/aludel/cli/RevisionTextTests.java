package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.command.RevisionDetail;
import dev.aludel.command.RevisionInfo;
import dev.aludel.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionTextTests {

    private static final Revision EMAIL = Revision.of("3f2a", "add email", "1b9e");
    private static final Instant CREATED = Instant.parse("2026-11-22T10:15:00Z");

    @Test
    void writesAStepAsAlembicDoes() {
        assertThat(RevisionText.step(new RevisionInfo(EMAIL, CREATED, "x.sql", true, true, false)))
                .isEqualTo("1b9e -> 3f2a (head) (current), add email");
        assertThat(RevisionText.step(new RevisionInfo(Revision.of("1b9e", ""), null, "x.sql", false, false, true)))
                .isEqualTo("<base> -> 1b9e (branchpoint)");
    }

    @Test
    void namesLabelsAndMergedRevisions() {
        Revision merge = new Revision("c", List.of("a", "b"), "merge", Set.of("users"), List.of(), List.of());

        assertThat(RevisionText.step(new RevisionInfo(merge, null, "x.sql", true, false, false)))
                .isEqualTo("a, b -> c (users) (head) (mergepoint), merge");
    }

    @Test
    void showsARevisionWithItsSql() {
        RevisionInfo info = new RevisionInfo(EMAIL, CREATED, "db/revisions/x.sql", true, false, false);

        assertThat(RevisionText.detail(
                                new RevisionDetail(info, List.of(), "alter table users add column email text;", ""))
                        .lines())
                .containsExactly(
                        "Revision:  3f2a (head)",
                        "Parent:    1b9e",
                        "Created:   2026-11-22T10:15:00Z",
                        "Path:      db/revisions/x.sql",
                        "",
                        "    add email",
                        "",
                        "-- upgrade",
                        "alter table users add column email text;",
                        "",
                        "-- downgrade",
                        "-- (nothing)");
    }
}
