package dev.aludel.command;

import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.Status;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.script.Body;
import dev.aludel.script.EditableScript;
import dev.aludel.script.JavaBody;
import dev.aludel.script.Script;
import dev.aludel.script.Scripts;
import dev.aludel.script.SqlBody;
import dev.aludel.text.SqlComment;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of revisions; the database is asked only where the question is about it. */
final class Queries {

    private final MigrationRunner runner;

    Queries(MigrationRunner runner) {
        this.runner = runner;
    }

    List<RevisionInfo> current() {
        Status status = runner.status();
        Scripts scripts = runner.scripts();
        return status.current().stream()
                .map(id -> scripts.graph()
                        .find(id)
                        .map(revision -> info(scripts, revision, status.current()))
                        .orElseGet(() -> unknown(id, status)))
                .toList();
    }

    private static RevisionInfo unknown(String id, Status status) {
        AppliedRevision row = status.applied().stream()
                .filter(applied -> applied.id().equals(id))
                .findFirst()
                .orElseThrow();
        Revision revision = Revision.of(id, row.message(), row.downRevisions().toArray(String[]::new));
        return new RevisionInfo(revision, null, "no script of this build", false, true, false);
    }

    List<RevisionInfo> history(@Nullable String range, boolean indicateCurrent) {
        Scripts scripts = runner.scripts();
        boolean relative = range != null && RevisionGraph.isFromCurrent(range);
        Set<String> applied = new LinkedHashSet<>();
        List<String> current = List.of();
        if (indicateCurrent || relative) {
            Status status = runner.status();
            status.applied().forEach(row -> applied.add(row.id()));
            current = indicateCurrent ? status.current() : List.of();
        }
        List<Revision> shown = range == null
                ? scripts.graph().sortedNewestFirst()
                : scripts.graph().history(range, applied);
        return infos(scripts, shown, current);
    }

    List<RevisionInfo> heads(boolean resolveDependencies) {
        Scripts scripts = runner.scripts();
        List<Revision> heads = scripts.graph().heads();
        return infos(
                scripts,
                resolveDependencies
                        ? heads.stream()
                                .filter(head -> heads.stream()
                                        .noneMatch(other -> scripts.graph().isAncestor(head.id(), other.id())))
                                .toList()
                        : heads,
                List.of());
    }

    List<BranchPoint> branches() {
        Scripts scripts = runner.scripts();
        return scripts.graph().sorted().stream()
                .filter(revision -> scripts.graph().children(revision.id()).size() > 1)
                .map(revision -> new BranchPoint(
                        info(scripts, revision, List.of()),
                        infos(scripts, scripts.graph().children(revision.id()), List.of())))
                .toList();
    }

    List<RevisionDetail> show(String identifier) {
        Scripts scripts = runner.scripts();
        return resolve(scripts, identifier).stream()
                .map(revision -> detail(scripts, revision))
                .toList();
    }

    List<EditableScript> editable(String identifier) {
        Scripts scripts = runner.scripts();
        return resolve(scripts, identifier).stream()
                .map(revision -> EditableScript.of(scripts.get(revision.id())))
                .toList();
    }

    private List<Revision> resolve(Scripts scripts, String identifier) {
        List<String> applied = RevisionGraph.isFromCurrent(identifier)
                ? runner.status().applied().stream().map(AppliedRevision::id).toList()
                : List.of();
        return scripts.graph().resolve(identifier, applied);
    }

    private static RevisionDetail detail(Scripts scripts, Revision revision) {
        Script script = scripts.get(revision.id());
        RevisionInfo info = info(scripts, revision, List.of());
        return script.body().accept(new Body.Visitor<>() {
            @Override
            public RevisionDetail sql(SqlBody body) {
                return new RevisionDetail(
                        info,
                        script.accepts(),
                        body.upgrade().strip(),
                        body.downgrade().strip());
            }

            @Override
            public RevisionDetail java(JavaBody body) {
                String type = "Java: " + body.type().getName();
                return new RevisionDetail(
                        info, script.accepts(), SqlComment.of(type + ".upgrade"), SqlComment.of(type + ".downgrade"));
            }
        });
    }

    private static List<RevisionInfo> infos(Scripts scripts, List<Revision> revisions, Collection<String> current) {
        return revisions.stream()
                .map(revision -> info(scripts, revision, current))
                .toList();
    }

    private static RevisionInfo info(Scripts scripts, Revision revision, Collection<String> current) {
        Script script = scripts.get(revision.id());
        int children = scripts.graph().children(revision.id()).size();
        return new RevisionInfo(
                revision,
                script.created(),
                script.location(),
                children == 0,
                current.contains(revision.id()),
                children > 1);
    }
}
