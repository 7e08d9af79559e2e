package dev.aludel.revision;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans how a branch moves behind another head: from where it left the other's line on. */
final class Moving {

    private final Links links;
    private final RevisionGraph graph;
    private final Set<String> applied;

    Moving(Links links, RevisionGraph graph, Set<String> applied) {
        this.links = links;
        this.graph = graph;
        this.applied = applied;
    }

    Move plan(String identifier, @Nullable String ontoIdentifier) {
        Revision revision = one(identifier);
        Revision onto = ontoIdentifier == null ? otherHead(revision) : one(ontoIdentifier);
        Revision first = first(revision, onto);
        Set<String> moved = links.offspring(List.of(first.id()));
        if (links.descendants(List.of(first.id())).contains(onto.id())) {
            throw new UnmovableRevisionException(
                    first.id(), "'" + onto.id() + "' comes after it. Name a revision of another branch with --onto.");
        }
        List<String> done = moved.stream().filter(applied::contains).sorted().toList();
        Move move = new Move(first, links.sorted(moved), onto);
        if (!move.isDone() && !done.isEmpty()) {
            throw new UnmovableRevisionException(
                    first.id(),
                    Quoted.all(done) + (done.size() == 1 ? " is" : " are")
                            + " applied in this database. Move the other branch instead, join the two with 'aludel merge "
                            + done.get(done.size() - 1) + " " + onto.id() + "', or take back what is applied first.");
        }
        graph.with(move.rewritten());
        return move;
    }

    private Revision one(String identifier) {
        List<Revision> found = graph.resolve(identifier, applied);
        if (found.size() != 1) {
            throw new InvalidIdentifierException(
                    identifier, "stands for " + Walk.counted(found.size()) + ". Name one by its id.");
        }
        return found.get(0);
    }

    private Revision otherHead(Revision revision) {
        Set<String> line = links.descendants(List.of(revision.id()));
        List<String> others = links.heads().stream()
                .map(Revision::id)
                .filter(head -> !line.contains(head))
                .toList();
        if (others.isEmpty()) {
            throw new UnmovableRevisionException(
                    revision.id(), "there is no other head that it could follow. Say which revision with --onto.");
        }
        if (others.size() > 1) {
            throw new UnmovableRevisionException(
                    revision.id(), "it could follow several heads: " + Quoted.all(others) + ". Say which with --onto.");
        }
        return links.get(others.get(0));
    }

    /** Back along the branch, to the revision that follows the line which leads to the other. */
    private Revision first(Revision revision, Revision onto) {
        Set<String> line = links.ancestors(List.of(onto.id()));
        if (line.contains(revision.id())) {
            throw new UnmovableRevisionException(
                    revision.id(),
                    revision.equals(onto)
                            ? "it cannot follow itself. Name another revision with --onto."
                            : "'" + onto.id()
                                    + "' comes after it already. Name a revision of the branch that is to move.");
        }
        Revision at = revision;
        while (true) {
            List<String> parents = links.down(at.id());
            if (parents.size() > 1) {
                throw new UnmovableRevisionException(
                        revision.id(),
                        "'" + at.id() + "' joins the branches " + Quoted.all(parents)
                                + ". Name a revision before it, or remove the merge first.");
            }
            if (parents.isEmpty() || line.contains(parents.get(0))) {
                return at;
            }
            at = links.get(parents.get(0));
        }
    }
}
