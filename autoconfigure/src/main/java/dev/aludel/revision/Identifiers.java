package dev.aludel.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what an identifier stands for, seen from a database that has applied some revisions. */
final class Identifiers {

    private final Links links;
    private final Set<String> applied;

    Identifiers(Links links, Set<String> applied) {
        this.links = links;
        this.applied = applied;
    }

    Point resolve(Identifier identifier) {
        Set<String> branch = branch(identifier);
        if (identifier.fromCurrent()) {
            return fromCurrent(identifier, branch);
        }
        Point start = symbol(identifier, branch);
        if (!identifier.relative()) {
            return start;
        }
        return identifier.steps() < 0 ? down(identifier, start) : up(identifier, start);
    }

    @Nullable
    Set<String> branch(Identifier identifier) {
        if (identifier.branch().isEmpty()) {
            return null;
        }
        String label = links.labels().get(identifier.branch());
        return label == null ? links.branch(find(identifier.branch()).id(), false) : links.branch(label, true);
    }

    private Point fromCurrent(Identifier identifier, @Nullable Set<String> branch) {
        Set<String> after = new LinkedHashSet<>(applied);
        Walk walk = new Walk(links, identifier, branch, applied);
        if (identifier.steps() > 0) {
            List<Revision> steps = walk.forward();
            return new Point(List.of(steps.get(steps.size() - 1)), branch);
        }
        walk.back().forEach(step -> after.remove(step.id()));
        return new Point(links.sorted(Point.on(branch, Currents.of(links, after))), branch);
    }

    private Point symbol(Identifier identifier, @Nullable Set<String> branch) {
        return switch (identifier.symbol()) {
            case "base" -> new Point(List.of(), branch);
            case "heads" -> new Point(heads(branch), branch);
            case "head" -> head(identifier, branch);
            case "current" -> new Point(links.sorted(Point.on(branch, Currents.of(links, applied))), branch);
            default -> new Point(List.of(onBranch(identifier, branch)), branch);
        };
    }

    private Point head(Identifier identifier, @Nullable Set<String> branch) {
        List<Revision> heads = heads(branch);
        if (heads.size() > 1) {
            throw new MultipleHeadsException(
                    identifier.text(), heads.stream().map(Revision::id).toList());
        }
        return new Point(heads, branch);
    }

    private List<Revision> heads(@Nullable Set<String> branch) {
        return links.heads().stream()
                .filter(head -> branch == null || branch.contains(head.id()))
                .toList();
    }

    private Revision onBranch(Identifier identifier, @Nullable Set<String> branch) {
        Revision revision = find(identifier.symbol());
        if (branch != null && !links.ancestors(branch).contains(revision.id())) {
            throw new InvalidIdentifierException(
                    identifier.text(),
                    "names no revision: '" + revision.id() + "' is not on the branch '" + identifier.branch() + "'.");
        }
        return revision;
    }

    private Revision find(String symbol) {
        String id = links.byIdOrLabel(symbol);
        if (links.contains(id)) {
            return links.get(id);
        }
        if (links.hidden().containsKey(symbol)) {
            return inPlaceOf(symbol);
        }
        List<String> candidates = Stream.concat(
                        links.all().stream().map(Revision::id),
                        links.hidden().keySet().stream().sorted())
                .filter(other -> other.startsWith(symbol))
                .toList();
        if (candidates.isEmpty()) {
            List<String> names = Stream.concat(links.all().stream().map(Revision::id), links.labels().keySet().stream())
                    .toList();
            throw new RevisionNotFoundException(symbol, Nearest.to(symbol, names));
        }
        if (candidates.size() > 1) {
            throw new AmbiguousRevisionException(
                    symbol, candidates.stream().map(links::named).toList());
        }
        String only = candidates.get(0);
        return links.contains(only) ? links.get(only) : inPlaceOf(only);
    }

    /** After the last of those that another one stands for is where that one is, and the other way round. */
    private Revision inPlaceOf(String hidden) {
        Revision replacement = Objects.requireNonNull(links.hidden().get(hidden), hidden);
        if (replacement.replaces().contains(hidden) && !hidden.equals(replacement.lastReplaced())) {
            throw new ReplacedRevisionException(hidden, replacement.id());
        }
        return links.get(replacement.id());
    }

    private Point up(Identifier identifier, Point start) {
        List<String> at = new ArrayList<>(start.ids());
        for (int done = 0; done < identifier.steps(); done++) {
            List<String> next = at.isEmpty()
                    ? links.roots(start.branch())
                    : at.stream()
                            .flatMap(id -> links.children(id).stream())
                            .distinct()
                            .toList();
            at = List.of(only(identifier, Point.on(start.branch(), next), done, "after"));
        }
        return new Point(links.sorted(at), start.branch());
    }

    /** One step below the first revision of a line is the base: the base of that line. */
    private Point down(Identifier identifier, Point start) {
        if (start.isBase()) {
            throw tooFar(identifier, 0, "before");
        }
        String at = only(identifier, start.ids(), 0, "before");
        for (int done = 0; done < -identifier.steps(); done++) {
            List<String> parents = links.down(at);
            if (parents.isEmpty()) {
                if (done + 1 < -identifier.steps()) {
                    throw tooFar(identifier, done, "before");
                }
                return new Point(List.of(), Objects.requireNonNullElse(start.branch(), links.descendants(List.of(at))));
            }
            at = only(identifier, Point.on(start.branch(), parents), done, "before");
        }
        return new Point(links.sorted(List.of(at)), start.branch());
    }

    private String only(Identifier identifier, List<String> candidates, int done, String where) {
        if (candidates.isEmpty()) {
            throw tooFar(identifier, done, where);
        }
        if (candidates.size() > 1) {
            throw new BranchRequiredException(identifier, links.speaking(candidates), done, candidates);
        }
        return candidates.get(0);
    }

    private static RelativeRevisionException tooFar(Identifier identifier, int count, String where) {
        return new RelativeRevisionException(
                identifier.text(),
                "goes too far: there " + (count == 1 ? "is " : "are ") + Walk.counted(count) + " " + where + " '"
                        + identifier.symbol() + "'.");
    }
}
