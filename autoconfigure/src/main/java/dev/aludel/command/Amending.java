package dev.aludel.command;

import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.Status;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.runner.version.DatabaseAheadException;
import dev.aludel.runner.version.DatabaseBehindException;
import dev.aludel.script.Body;
import dev.aludel.script.Checksums;
import dev.aludel.script.EditableScript;
import dev.aludel.script.JavaBody;
import dev.aludel.script.JavaFolder;
import dev.aludel.script.Script;
import dev.aludel.script.Scripts;
import dev.aludel.script.SqlBody;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the revision that is to be written anew, and all that is in the way. Nothing is changed. */
final class Amending {

    private final MigrationRunner runner;
    private final Optional<JavaFolder> sources;

    Amending(MigrationRunner runner, Optional<JavaFolder> sources) {
        this.runner = runner;
        this.sources = sources;
    }

    Amendment of(List<String> heads, boolean force) {
        Scripts scripts = runner.scripts();
        Status status = runner.status();
        Revision revision = one(scripts.graph(), heads);
        refuseElsewhere(status, revision);
        Script script = scripts.get(revision.id());
        Path file = file(script);
        boolean isClass = isClass(script);
        if (!force && !isGenerated(script, file, isClass)) {
            throw new UnamendableRevisionException(
                    revision.id(),
                    "'" + file
                            + "' has what was written by hand, and would lose it. Put that into a revision of its own,"
                            + " or say --force.");
        }
        AppliedRevision applied = status.applied().stream()
                .filter(row -> row.id().equals(revision.id()))
                .findFirst()
                .orElse(null);
        return new Amendment(script, file, isClass, applied);
    }

    private static Revision one(RevisionGraph graph, List<String> heads) {
        List<Revision> found = heads.stream()
                .flatMap(head -> graph.resolve(head, List.of()).stream())
                .distinct()
                .toList();
        if (found.size() != 1) {
            throw new UnamendableRevisionException(
                    String.join(" ", heads),
                    found.isEmpty() ? "there is none." : "they are several. Name one with --head.");
        }
        graph.refuseUnlessLast(found.get(0));
        if (!found.get(0).replaces().isEmpty()) {
            throw new UnamendableRevisionException(
                    found.get(0).id(), "it stands for others, and has to do what they do.");
        }
        return found.get(0);
    }

    private static void refuseElsewhere(Status status, Revision revision) {
        if (!status.unknown().isEmpty()) {
            throw new DatabaseAheadException(status.unknown());
        }
        List<Revision> pending = new ArrayList<>(status.pending());
        pending.removeIf(other -> other.id().equals(revision.id()));
        if (!pending.isEmpty()) {
            throw new DatabaseBehindException(pending);
        }
    }

    private Path file(Script script) {
        return script.body().accept(new Body.Visitor<>() {
            @Override
            public Path sql(SqlBody body) {
                return EditableScript.of(script).file();
            }

            @Override
            public Path java(JavaBody body) {
                return sources.orElseThrow(NoPackageException::new)
                        .source(script.id(), body.type().getName());
            }
        });
    }

    private static boolean isClass(Script script) {
        return script.body().accept(new Body.Visitor<>() {
            @Override
            public Boolean sql(SqlBody body) {
                return false;
            }

            @Override
            public Boolean java(JavaBody body) {
                return true;
            }
        });
    }

    private static boolean isGenerated(Script script, Path file, boolean isClass) {
        String present = isClass ? JavaFolder.checksum(file) : Checksums.ofText(script);
        return present.equals(script.generated());
    }
}
