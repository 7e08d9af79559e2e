package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The graph as a database sees it that has applied some of its revisions: what identifiers stand for, and what leads elsewhere. */
final class Standing {

    private final Links links;
    private final Replacements replacements;
    private final Set<String> found;
    private final Set<String> applied;

    Standing(Replacements replacements, Collection<String> applied) {
        this.replacements = replacements;
        this.found = new LinkedHashSet<>(applied);
        this.links = replacements.links(found);
        this.applied = replacements.settled(found);
    }

    Links links() {
        return links;
    }

    List<String> current() {
        return Currents.of(links, applied);
    }

    /** What is applied, all of it known. */
    Set<String> known() {
        List<String> unknown = unknown();
        if (!unknown.isEmpty()) {
            throw new UnknownRevisionException(unknown);
        }
        return new LinkedHashSet<>(applied);
    }

    List<String> unknown() {
        return applied.stream().filter(id -> !links.contains(id)).distinct().toList();
    }

    List<Revision> missing() {
        Set<String> needed =
                links.ancestors(applied.stream().filter(links::contains).toList());
        needed.removeAll(applied);
        return needed.isEmpty() ? List.of() : links.sorted(needed);
    }

    /** A revision that the graph does not know matters only to who asks for the current one. */
    Point seen(String text) {
        Identifier identifier = Identifier.parse(text);
        return point(identifier, identifier.symbol().equals("current") ? known() : Set.of());
    }

    private Point point(Identifier identifier, Set<String> known) {
        return new Identifiers(links, known).resolve(identifier);
    }

    List<Revision> upgrade(String target) {
        Identifier identifier = Identifier.parse(target);
        refuseHalfReplaced();
        Set<String> known = known();
        if (identifier.fromCurrent()) {
            if (identifier.steps() < 0) {
                throw new InvalidIdentifierException(target, "goes back. Use the command downgrade.");
            }
            return new Walk(links, identifier, new Identifiers(links, known).branch(identifier), known).forward();
        }
        Set<String> needed = links.ancestors(point(identifier, known).ids());
        needed.removeAll(known);
        return links.sorted(needed);
    }

    private void refuseHalfReplaced() {
        for (String id : replacements.halfway(found)) {
            List<String> replaced = replacements.replacedBy(id);
            List<String> missing =
                    replaced.stream().filter(one -> !links.contains(one)).toList();
            if (!missing.isEmpty()) {
                throw new HalfReplacedException(
                        id, replaced.stream().filter(found::contains).toList(), missing);
            }
        }
    }

    List<Revision> downgrade(String target) {
        Identifier identifier = Identifier.parse(target);
        Set<String> known = known();
        if (identifier.fromCurrent()) {
            if (identifier.steps() > 0) {
                throw new InvalidIdentifierException(target, "goes forward. Use the command upgrade.");
            }
            return new Walk(links, identifier, new Identifiers(links, known).branch(identifier), known).back();
        }
        Point point = point(identifier, known);
        if (!known.containsAll(point.ids())) {
            throw new NotAppliedException(
                    target,
                    point.ids().stream().filter(id -> !known.contains(id)).toList());
        }
        Set<String> after = point.isBase() ? new LinkedHashSet<>(known) : links.descendants(point.ids());
        point.ids().forEach(after::remove);
        return takenBack(Point.on(point.branch(), after), known);
    }

    /** Some revisions of the branch that an identifier names, of all where it names none. */
    List<Revision> downgrade(Identifier identifier, Collection<String> some) {
        Set<String> branch = new Identifiers(links, known()).branch(identifier);
        return takenBack(Point.on(branch, some), known());
    }

    /** With what follows them, the newest first. */
    private List<Revision> takenBack(Collection<String> ids, Set<String> known) {
        Set<String> taken = links.descendants(ids);
        taken.retainAll(known);
        List<Revision> newestFirst = new ArrayList<>(links.sorted(taken));
        Collections.reverse(newestFirst);
        return Collections.unmodifiableList(newestFirst);
    }

    Set<String> stamp(List<String> targets) {
        Set<String> known = known();
        List<Point> points = targets.stream()
                .map(target -> point(Identifier.parse(target), known))
                .toList();
        Set<String> after = new LinkedHashSet<>(known);
        for (Point point : points) {
            after.removeAll(links.descendants(point.isBase() ? Point.on(point.branch(), after) : point.ids()));
        }
        points.forEach(point -> after.addAll(links.ancestors(point.ids())));
        return links.sorted(after).stream().map(Revision::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
