package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The graph of all revisions. It answers where a database stands, which has applied some of them, and what leads it elsewhere.
 *
 * <p>{@code applied} is always every id in the version table, not the heads alone. Identifiers are Alembic's: a full id or
 * its unique beginning, {@code head}, {@code heads}, {@code base}, {@code current}, {@code +2} and {@code -2} from the current
 * revision, {@code id+2}, {@code id-2}, and {@code label@} or {@code id@} before any of them to name the branch. {@code 12} is
 * the beginning of an id, {@code +12} a number of steps.
 */
public final class RevisionGraph {

    private final Links links;

    private RevisionGraph(Links links) {
        this.links = links;
    }

    /**
     * The graph of these revisions, in any order.
     *
     * @throws InvalidGraphException where they do not make one, with all that is wrong
     */
    public static RevisionGraph of(Collection<Revision> revisions) {
        return of(revisions, Map.of());
    }

    /**
     * The same, with what messages say of where a revision stands.
     *
     * @param locations the files by the revisions' ids
     */
    public static RevisionGraph of(Collection<Revision> revisions, Map<String, String> locations) {
        Links links = new Links(revisions, locations);
        GraphCheck.check(revisions, links);
        return new RevisionGraph(links);
    }

    /** This graph with one more revision, or with another one in place of that which has its id. */
    public RevisionGraph with(Revision revision) {
        Map<String, Revision> revisions = new LinkedHashMap<>();
        links.all().forEach(node -> revisions.put(node.id(), node));
        revisions.put(revision.id(), revision);
        return of(revisions.values(), links.locations());
    }

    /** Whether a text may be the id of a revision, or a branch label. */
    public static boolean isLegalId(String id) {
        return GraphCheck.isLegal(id);
    }

    /** Whether an identifier, or an end of a range, counts from where a database stands: {@code current}, {@code -1}. */
    public static boolean isFromCurrent(String identifierOrRange) {
        return Arrays.stream(identifierOrRange.split(":", -1))
                .filter(end -> !end.isBlank())
                .anyMatch(end -> Identifier.parse(end).symbol().equals("current"));
    }

    /** The revisions that are nobody's down revision. */
    public List<Revision> heads() {
        return links.heads();
    }

    /** The revisions without a down revision. */
    public List<Revision> bases() {
        return links.bases();
    }

    /** By full id. */
    public Optional<Revision> find(String id) {
        return links.contains(id) ? Optional.of(links.get(id)) : Optional.empty();
    }

    /** All, each after its down revisions and dependencies, a branch in one piece, siblings by id. */
    public List<Revision> sorted() {
        return List.copyOf(links.sorted());
    }

    /** All, as a history shows them. */
    public List<Revision> sortedNewestFirst() {
        return newestFirst(links.sorted());
    }

    /** The revisions that have this one as down revision. */
    public List<Revision> children(String id) {
        return links.children(id).stream().map(links::get).toList();
    }

    /** Whether a revision must be there before another: along down revisions and dependencies. None is its own ancestor. */
    public boolean isAncestor(String ancestor, String descendant) {
        return !ancestor.equals(descendant)
                && links.contains(descendant)
                && links.ancestors(List.of(descendant)).contains(ancestor);
    }

    /** The applied revisions that no other applied one has as down revision. */
    public List<String> current(Collection<String> applied) {
        return Currents.of(links, new LinkedHashSet<>(applied));
    }

    /** Applied revisions that are not in this graph. */
    public List<String> unknown(Collection<String> applied) {
        Set<String> unknown = new LinkedHashSet<>();
        for (String id : applied) {
            if (!links.contains(id)) {
                unknown.add(id);
            }
        }
        return List.copyOf(unknown);
    }

    /**
     * The revisions that an identifier stands for, parents first: none for {@code base}, one mostly, several for {@code heads}
     * and {@code current}.
     *
     * @throws RevisionNotFoundException where none fits
     * @throws AmbiguousRevisionException where several ids begin with it
     * @throws MultipleHeadsException for {@code head} where there are several
     * @throws BranchRequiredException where the steps come to a fork
     * @throws RelativeRevisionException where the steps go too far
     * @throws InvalidIdentifierException where it is no identifier
     * @throws UnknownRevisionException where it counts from the current revision, and the graph does not know an applied one
     */
    public List<Revision> resolve(String identifier, Collection<String> applied) {
        return seen(identifier, applied).revisions();
    }

    /**
     * What is to be applied, in order, to get to a target; nothing where it is there already. {@code +N} is exactly N
     * revisions.
     *
     * @throws UnknownRevisionException where a revision is applied that this graph does not have
     * @throws dev.aludel.AludelException as {@link #resolve}
     */
    public List<Revision> upgrade(Collection<String> applied, String target) {
        Identifier identifier = Identifier.parse(target);
        Set<String> known = known(applied);
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

    /**
     * What is to be taken back, in order, until a target is current; the target itself stays. {@code -N} is exactly N
     * revisions, {@code base} all, {@code label@base} all of a branch.
     *
     * @throws NotAppliedException where the target is not applied
     * @throws UnknownRevisionException where a revision is applied that this graph does not have
     * @throws dev.aludel.AludelException as {@link #resolve}
     */
    public List<Revision> downgrade(Collection<String> applied, String target) {
        Identifier identifier = Identifier.parse(target);
        Set<String> known = known(applied);
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
        Set<String> taken = links.descendants(Point.on(point.branch(), after));
        taken.retainAll(known);
        return newestFirst(links.sorted(taken));
    }

    /**
     * What a history shows of a range such as {@code a:b}, {@code a:}, {@code :b} or {@code -3:current}, the newest first: all on
     * the ways from one end to the other, both included.
     *
     * @throws NoAncestorException where the first end does not lead to the second
     */
    public List<Revision> history(String range, Collection<String> applied) {
        Range ends = Range.parse(range, "base", "heads");
        Point from = seen(ends.from(), applied);
        Set<String> shown = links.ancestors(seen(ends.to(), applied).ids());
        if (!from.isBase()) {
            shown.retainAll(links.descendants(from.ids()));
            if (shown.isEmpty()) {
                throw new NoAncestorException(range, ends);
            }
        } else if (from.branch() != null) {
            shown.retainAll(Objects.requireNonNull(from.branch()));
        }
        return newestFirst(links.sorted(shown));
    }

    /**
     * What leads from one revision to another without looking at a database, for {@code upgrade --sql}: {@code a:b} without
     * {@code a} and with {@code b}; a target alone begins at the base.
     *
     * @throws NoAncestorException where the first end does not lead to the second
     */
    public List<Revision> upgradeRange(String range) {
        Range ends = range.contains(":") ? Range.parse(range, "base", "heads") : new Range("base", range);
        Set<String> applied = everythingUpTo(ends.from());
        refuseUnlessOnTheWay(range, ends, ids(ends.from(), Set.of()), ids(ends.to(), applied));
        return upgrade(applied, ends.to());
    }

    /** What leads back from one revision to another, for {@code downgrade --sql}: {@code b:a} with {@code b} and without {@code a}. */
    public List<Revision> downgradeRange(String range) {
        Range ends = Range.parse(range, "", "base");
        Set<String> applied = everythingUpTo(ends.from());
        refuseUnlessOnTheWay(
                range, new Range(ends.to(), ends.from()), ids(ends.to(), applied), ids(ends.from(), Set.of()));
        return downgrade(applied, ends.to());
    }

    /**
     * What a database has applied that is stamped with revisions: what an upgrade or downgrade to each would leave, so that a
     * branch that nobody speaks of stays.
     *
     * @throws UnknownRevisionException where a revision is applied that this graph does not have
     * @throws dev.aludel.AludelException as {@link #resolve}
     */
    public Set<String> stamp(Collection<String> applied, List<String> targets) {
        Set<String> known = known(applied);
        List<Point> points = targets.stream()
                .map(target -> point(Identifier.parse(target), known))
                .toList();
        Set<String> after = new LinkedHashSet<>(known);
        for (Point point : points) {
            after.removeAll(links.descendants(point.isBase() ? Point.on(point.branch(), after) : point.ids()));
        }
        points.forEach(point -> after.addAll(links.ancestors(point.ids())));
        return after;
    }

    /**
     * The same without looking at a database: of one that stands at {@code a} and is stamped with {@code b}.
     *
     * @param range {@code a:b}
     */
    public Stamped stampRange(String range) {
        Range ends = Range.parse(range, "base", "heads");
        Set<String> before = everythingUpTo(ends.from());
        return new Stamped(before, stamp(before, List.of(ends.to())));
    }

    /**
     * Says that a revision which is to follow others may.
     *
     * @throws NotAHeadException where another one follows one of them already
     */
    public void refuseUnlessHeads(Collection<Revision> parents) {
        for (Revision parent : parents) {
            List<String> children = links.children(parent.id());
            if (!children.isEmpty()) {
                throw new NotAHeadException(parent.id(), children);
            }
        }
    }

    /**
     * How a branch is moved behind another head.
     *
     * @param revision any revision of the branch, before its first merge
     * @param onto the revision to follow; null for the only other head
     * @param applied what a database has applied, which stays where it is
     * @throws UnmovableRevisionException where it cannot be moved there
     */
    public Move move(String revision, @Nullable String onto, Collection<String> applied) {
        return new Moving(links, this, Set.copyOf(applied)).plan(revision, onto);
    }

    /** The ids of a revision and all its ancestors: what a database that stands there has applied. */
    public Set<String> everythingUpTo(String identifier) {
        return links.ancestors(point(Identifier.parse(identifier), Set.of()).ids());
    }

    private List<String> ids(String identifier, Set<String> applied) {
        return point(Identifier.parse(identifier), applied).ids();
    }

    private void refuseUnlessOnTheWay(String range, Range ends, List<String> from, List<String> to) {
        if (!links.ancestors(to).containsAll(from)) {
            throw new NoAncestorException(range, ends);
        }
    }

    /** A revision that the graph does not know matters only to who asks for the current one. */
    private Point seen(String text, Collection<String> applied) {
        Identifier identifier = Identifier.parse(text);
        return point(identifier, identifier.symbol().equals("current") ? known(applied) : Set.of());
    }

    private Point point(Identifier identifier, Set<String> applied) {
        return new Identifiers(links, applied).resolve(identifier);
    }

    private Set<String> known(Collection<String> applied) {
        List<String> unknown = unknown(applied);
        if (!unknown.isEmpty()) {
            throw new UnknownRevisionException(unknown);
        }
        return new LinkedHashSet<>(applied);
    }

    private static List<Revision> newestFirst(List<Revision> sorted) {
        List<Revision> copy = new ArrayList<>(sorted);
        Collections.reverse(copy);
        return Collections.unmodifiableList(copy);
    }
}
