package dev.aludel.cli;

import dev.aludel.command.RevisionDetail;
import dev.aludel.command.RevisionInfo;
import dev.aludel.revision.Revision;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.script.AcceptanceText;
import dev.aludel.text.SqlComment;
import java.util.List;
import java.util.stream.Collectors;

/** Revisions as Alembic's users know them. */
final class RevisionText {

    /** What to do about revisions that only the database has. */
    static final String AHEAD =
            "Merge the branch that has what is unknown, or take it back with 'aludel downgrade head'.";

    private static final String BASE = "<base>";

    private RevisionText() {}

    /** {@code 3f2a9c1b7d40 (users) (head)}. */
    static String heading(RevisionInfo info) {
        return info.revision().id()
                + labels(info.revision())
                + mark(info.head(), "head")
                + mark(info.current(), "current")
                + mark(info.branchPoint(), "branchpoint")
                + mark(info.mergePoint(), "mergepoint");
    }

    /** {@code 3f2a9c1b7d40 (head), add email to users}. */
    static String described(RevisionInfo info) {
        return heading(info) + message(info.revision());
    }

    /** {@code 1b9e0c44a2d1 -> 3f2a9c1b7d40 (head), add email to users}. */
    static String step(RevisionInfo info) {
        return parents(info.revision()) + " -> " + heading(info) + dependencies(info.revision())
                + message(info.revision());
    }

    /** {@code 1b9e0c44a2d1 -> 3f2a9c1b7d40, add email to users}. */
    static String step(Revision revision) {
        return parents(revision) + " -> " + revision.id() + labels(revision) + dependencies(revision)
                + message(revision);
    }

    /** {@code 1b9e0c44a2d1 -> 3f2a9c1b7d40, add email to users (applied by shop at web-1)}. */
    static String step(AppliedRevision row) {
        Revision revision =
                Revision.of(row.id(), row.message(), row.downRevisions().toArray(String[]::new));
        return step(revision) + (row.appliedBy().isEmpty() ? "" : " (applied by " + row.appliedBy() + ")");
    }

    /** Several lines, the last of them blank. */
    static String block(RevisionInfo info) {
        Revision revision = info.revision();
        StringBuilder text = new StringBuilder();
        line(text, "Revision", heading(info));
        line(text, revision.downRevisions().size() > 1 ? "Merges" : "Parent", parents(revision));
        if (!revision.dependsOn().isEmpty()) {
            line(text, "Depends on", String.join(", ", revision.dependsOn()));
        }
        if (info.created() != null) {
            line(text, "Created", info.created().toString());
        }
        line(text, "Path", info.location());
        text.append("%n    %s%n".formatted(revision.message().isEmpty() ? "(no message)" : revision.message()));
        return text.toString();
    }

    /** The block, then the SQL of both ways. */
    static String detail(RevisionDetail detail) {
        return block(detail.info())
                + accepts(detail)
                + section("upgrade", detail.upgrade())
                + section("downgrade", detail.downgrade());
    }

    private static String accepts(RevisionDetail detail) {
        return detail.accepts().isEmpty()
                ? ""
                : detail.accepts().stream()
                        .map(acceptance -> "  " + AcceptanceText.print(acceptance) + System.lineSeparator())
                        .collect(Collectors.joining("", "%nAccepts:%n".formatted(), ""));
    }

    /** {@code 2 revisions}. */
    static String count(int revisions) {
        return revisions == 1 ? "1 revision" : revisions + " revisions";
    }

    /** Where a database stands, in words. */
    static String position(List<RevisionInfo> current) {
        return current.isEmpty()
                ? "base"
                : current.stream().map(RevisionText::place).collect(Collectors.joining(", "));
    }

    /** {@code 3f2a9c1b7d40 (head)}: where the mark {@code (current)} would say nothing. */
    static String place(RevisionInfo info) {
        return info.revision().id() + labels(info.revision()) + mark(info.head(), "head");
    }

    private static String section(String name, String sql) {
        return "%n%s%n%s%n".formatted(SqlComment.marker(name), sql.isEmpty() ? SqlComment.of("(nothing)") : sql);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-10s %s%n".formatted(name + ":", value));
    }

    private static String parents(Revision revision) {
        return revision.isBase() ? BASE : String.join(", ", revision.downRevisions());
    }

    private static String message(Revision revision) {
        return revision.message().isEmpty() ? "" : ", " + revision.message();
    }

    private static String dependencies(Revision revision) {
        return revision.dependsOn().isEmpty() ? "" : " (depends on " + String.join(", ", revision.dependsOn()) + ")";
    }

    private static String labels(Revision revision) {
        return revision.branchLabels().isEmpty()
                ? ""
                : revision.branchLabels().stream().sorted().collect(Collectors.joining(", ", " (", ")"));
    }

    private static String mark(boolean holds, String name) {
        return holds ? " (" + name + ")" : "";
    }
}
