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

    private final Replacements replacements;
    private final Collection<Revision> revisions;
    private final Map<String, String> locations;
    private final Links links;

    private RevisionGraph(Collection<Revision> revisions, Map<String, String> locations) {
        this.revisions = List.copyOf(revisions);
        this.locations = Map.copyOf(locations);
        this.replacements = new Replacements(this.revisions, this.locations);
        this.links = replacements.links();
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
        RevisionGraph graph = new RevisionGraph(revisions, locations);
        GraphCheck.check(revisions, graph.replacements);
        return graph;
    }

    /** This graph with one more revision, or with another one in place of that which has its id. */
    public RevisionGraph with(Revision revision) {
        Map<String, Revision> byId = new LinkedHashMap<>();
        revisions.forEach(node -> byId.put(node.id(), node));
        byId.put(revision.id(), revision);
        return of(byId.values(), locations);
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

    /** Whether an identifier counts from what no other revision follows: {@code head}, {@code orders@head-1}. */
    public static boolean isFromHead(String identifier) {
        return Identifier.parse(identifier).fromHead();
    }

    /** Whether an identifier is what no other revision follows, without a step back: {@code head}, {@code orders@heads}. */
    public static boolean isHead(String identifier) {
        Identifier parsed = Identifier.parse(identifier);
        return parsed.fromHead() && !parsed.relative();
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
        return at(applied).current();
    }

    /** Applied revisions that are not in this graph. */
    public List<String> unknown(Collection<String> applied) {
        return at(applied).unknown();
    }

    /** Revisions that must be there before applied ones, and are not applied themselves; parents first. */
    public List<Revision> missing(Collection<String> applied) {
        return at(applied).missing();
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
        return at(applied).seen(identifier).revisions();
    }

    /**
     * What is to be applied, in order, to get to a target; nothing where it is there already. {@code +N} is exactly N
     * revisions.
     *
     * @throws UnknownRevisionException where a revision is applied that this graph does not have
     * @throws dev.aludel.AludelException as {@link #resolve}
     */
    public List<Revision> upgrade(Collection<String> applied, String target) {
        return at(applied).upgrade(target);
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
        return at(applied).downgrade(target);
    }

    /**
     * What is to be taken back, in order, so that some revisions are gone: they and what follows them.
     *
     * @param head the identifier of what no other revision follows; with a label of the branch alone
     * @param ids of revisions, of which those that are applied count
     */
    public List<Revision> downgradeBefore(Collection<String> applied, String head, Collection<String> ids) {
        return at(applied).downgrade(Identifier.parse(head), ids);
    }

    /**
     * What a history shows of a range such as {@code a:b}, {@code a:}, {@code :b} or {@code -3:current}, the newest first: all on
     * the ways from one end to the other, both included.
     *
     * @throws NoAncestorException where the first end does not lead to the second
     */
    public List<Revision> history(String range, Collection<String> applied) {
        Range ends = Range.parse(range, "base", "heads");
        Standing standing = at(applied);
        Point from = standing.seen(ends.from());
        Set<String> shown = standing.links().ancestors(standing.seen(ends.to()).ids());
        if (!from.isBase()) {
            shown.retainAll(standing.links().descendants(from.ids()));
            if (shown.isEmpty()) {
                throw new NoAncestorException(range, ends);
            }
        } else if (from.branch() != null) {
            shown.retainAll(Objects.requireNonNull(from.branch()));
        }
        return newestFirst(standing.links().sorted(shown));
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
     * What a database has applied that is stamped with revisions, in order: what an upgrade or downgrade to each would leave, so that a
     * branch that nobody speaks of stays.
     *
     * @throws UnknownRevisionException where a revision is applied that this graph does not have
     * @throws dev.aludel.AludelException as {@link #resolve}
     */
    public Set<String> stamp(Collection<String> applied, List<String> targets) {
        return at(applied).stamp(targets);
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
     * Says that a revision may be written anew.
     *
     * @throws NotAHeadException where another one follows or depends on it
     */
    public void refuseUnlessLast(Revision revision) {
        List<String> followers = links.followers(revision.id());
        if (!followers.isEmpty()) {
            throw new NotAHeadException(revision.id(), followers, "Amend the last one, or write a new revision.");
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
        Set<String> done = new LinkedHashSet<>(applied);
        done.addAll(replacements.settled(applied));
        return new Moving(links, this, done).plan(revision, onto);
    }

    /**
     * The revisions that one is to stand for.
     *
     * @param range {@code a:b}, both included; {@code :b} begins at the base
     * @throws UnsquashableRangeException where none can
     * @throws NoAncestorException where the first end does not lead to the second
     */
    public Squash squash(String range) {
        return Squashing.of(range, at(Set.of()));
    }

    /** Revisions of which a database has all that they stand for, which its version table still names. */
    public List<Revision> completed(Collection<String> applied) {
        return replacements.completed(applied);
    }

    /** The ids of a revision and all its ancestors: what a database that stands there has applied. */
    public Set<String> everythingUpTo(String identifier) {
        return links.ancestors(ids(identifier, Set.of()));
    }

    private List<String> ids(String identifier, Set<String> applied) {
        return at(applied).seen(identifier).ids();
    }

    private void refuseUnlessOnTheWay(String range, Range ends, List<String> from, List<String> to) {
        if (!links.ancestors(to).containsAll(from)) {
            throw new NoAncestorException(range, ends);
        }
    }

    private Standing at(Collection<String> applied) {
        return new Standing(replacements, applied);
    }

    private static List<Revision> newestFirst(List<Revision> sorted) {
        List<Revision> copy = new ArrayList<>(sorted);
        Collections.reverse(copy);
        return Collections.unmodifiableList(copy);
    }
}
