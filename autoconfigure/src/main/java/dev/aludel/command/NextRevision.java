package dev.aludel.command;

import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.script.RevisionIds;
import dev.aludel.script.Script;
import dev.aludel.script.Scripts;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Makes of what a user asked for a revision that fits into the graph. */
final class NextRevision {

    private final Scripts scripts;
    private final RevisionGraph graph;
    private final Supplier<List<String>> applied;

    /** @param applied asked only where an identifier counts from the current revision */
    NextRevision(Scripts scripts, Supplier<List<String>> applied) {
        this.scripts = scripts;
        this.graph = scripts.graph();
        this.applied = applied;
    }

    Revision of(NewRevision asked) {
        Collection<Revision> parents = resolve(asked.heads());
        if (!asked.splice()) {
            graph.refuseUnlessHeads(parents);
        }
        return fitting(asked, parents);
    }

    /** A revision that joins others. */
    Revision merging(NewRevision asked) {
        Collection<Revision> parents = resolve(asked.heads());
        if (parents.size() < 2) {
            throw new NothingToMergeException(asked.heads(), ids(parents));
        }
        if (!asked.splice()) {
            graph.refuseUnlessHeads(parents);
        }
        for (Revision one : parents) {
            for (Revision other : parents) {
                if (graph.isAncestor(one.id(), other.id())) {
                    throw new NothingToMergeException(one.id(), other.id());
                }
            }
        }
        return fitting(asked, parents);
    }

    private Revision fitting(NewRevision asked, Collection<Revision> parents) {
        String id = asked.id() == null ? RevisionIds.next() : asked.id();
        scripts.find(id).map(Script::location).ifPresent(location -> {
            throw new TakenRevisionIdException(id, location);
        });
        Revision revision = new Revision(
                id, ids(parents), asked.message(), asked.branchLabels(), ids(resolve(asked.dependsOn())), List.of());
        graph.with(revision);
        return revision;
    }

    private Collection<Revision> resolve(List<String> identifiers) {
        Set<Revision> revisions = new LinkedHashSet<>();
        for (String identifier : identifiers) {
            List<String> from = RevisionGraph.isFromCurrent(identifier) ? applied.get() : List.of();
            revisions.addAll(graph.resolve(identifier, from));
        }
        return revisions;
    }

    private static List<String> ids(Collection<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }
}
