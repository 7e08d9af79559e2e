package dev.aludel.command;

import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.Squash;
import dev.aludel.script.RevisionIds;
import dev.aludel.script.Script;
import dev.aludel.script.Scripts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
        return fitting(asked.message().isBlank() ? asked.withMessage("merge " + joined(parents)) : asked, parents);
    }

    /** {@code a, b and c}. */
    private static String joined(Collection<Revision> revisions) {
        List<String> ids = ids(revisions);
        int last = ids.size() - 1;
        return String.join(", ", ids.subList(0, last)) + " and " + ids.get(last);
    }

    /** A revision in place of others. */
    Revision squashing(Squash squash, String message, @Nullable String id) {
        Revision revision = squash.revision(free(id), message);
        graph.with(revision);
        return revision;
    }

    private Revision fitting(NewRevision asked, Collection<Revision> parents) {
        Revision revision = new Revision(
                free(asked.id()),
                ids(parents),
                asked.message(),
                asked.branchLabels(),
                ids(resolve(asked.dependsOn())),
                List.of());
        graph.with(revision);
        return revision;
    }

    /**
     * A revision in several steps, each following the one before: their ids and messages tell them apart.
     *
     * @param labels what each step does; empty where that goes without saying
     */
    List<Revision> inSteps(Revision whole, List<String> labels) {
        if (labels.size() == 1) {
            return List.of(whole);
        }
        List<Revision> steps = new ArrayList<>();
        for (int number = 1; number <= labels.size(); number++) {
            String label = labels.get(number - 1);
            String step = number + " of " + labels.size() + (label.isEmpty() ? "" : ": " + label);
            String id = whole.id() + "_" + number;
            String message = (whole.message() + " (" + step + ")").strip();
            refuseTaken(id);
            steps.add(
                    number == 1
                            ? new Revision(
                                    id,
                                    whole.downRevisions(),
                                    message,
                                    whole.branchLabels(),
                                    whole.dependsOn(),
                                    List.of())
                            : Revision.of(id, message, whole.id() + "_" + (number - 1)));
        }
        return steps;
    }

    private String free(@Nullable String asked) {
        String id = asked == null ? RevisionIds.next() : asked;
        refuseTaken(id);
        return id;
    }

    private void refuseTaken(String id) {
        scripts.find(id).map(Script::location).ifPresent(location -> {
            throw new TakenRevisionIdException(id, location);
        });
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
