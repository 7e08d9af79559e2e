package dev.aludel.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Revisions and what leads from one to the other. A <em>child</em> has the revision as down revision; a <em>follower</em> is a
 * child or depends on it. All walks are loops, so that a line of 10,000 revisions needs no stack.
 */
final class Links {

    private final Map<String, Revision> revisions = new TreeMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, List<String>> down = new HashMap<>();
    private final Map<String, List<String>> required = new HashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, List<String>> followers = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Revision> sorted = new ArrayList<>();

    private final Map<String, String> locations;
    private final Map<String, Revision> hidden;

    /** @param hidden the revisions that are no nodes, and those in their place */
    Links(Collection<Revision> nodes, Map<String, String> locations, Map<String, Revision> hidden) {
        this.locations = Map.copyOf(locations);
        this.hidden = Map.copyOf(hidden);
        nodes.forEach(node -> revisions.put(node.id(), node));
        for (Revision node : revisions.values()) {
            node.branchLabels().forEach(label -> labels.putIfAbsent(label, node.id()));
        }
        for (Revision node : revisions.values()) {
            link(node);
        }
        sort();
    }

    private void link(Revision node) {
        Set<String> needed = new LinkedHashSet<>();
        for (String parent : node.downRevisions()) {
            if (contains(parent) && !parent.equals(node.id()) && needed.add(parent)) {
                add(children, parent, node.id());
            }
        }
        down.put(node.id(), List.copyOf(needed));
        for (String name : node.dependsOn()) {
            String other = byIdOrLabel(name);
            if (contains(other) && !other.equals(node.id())) {
                needed.add(other);
            }
        }
        required.put(node.id(), List.copyOf(needed));
        for (String other : needed) {
            add(followers, other, node.id());
        }
    }

    private static void add(Map<String, List<String>> lists, String key, String value) {
        lists.computeIfAbsent(key, ignored -> new ArrayList<>()).add(value);
    }

    /** Kahn's algorithm with a stack: parents first, a branch in one piece, siblings by id. A cycle is left out. */
    private void sort() {
        Map<String, Integer> missing = new HashMap<>();
        List<String> roots = new ArrayList<>();
        for (String id : revisions.keySet()) {
            missing.put(id, required(id).size());
            if (required(id).isEmpty()) {
                roots.add(id);
            }
        }
        Deque<String> ready = new ArrayDeque<>();
        reversed(roots).forEach(ready::push);
        while (!ready.isEmpty()) {
            String id = ready.pop();
            positions.put(id, sorted.size());
            sorted.add(get(id));
            for (String follower : reversed(followers(id))) {
                if (missing.merge(follower, -1, Integer::sum) == 0) {
                    ready.push(follower);
                }
            }
        }
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }

    boolean contains(String id) {
        return revisions.containsKey(id);
    }

    Revision get(String id) {
        return Objects.requireNonNull(revisions.get(id), id);
    }

    /** Revisions that are no nodes since others stand for them, and those others. */
    Map<String, Revision> hidden() {
        return hidden;
    }

    /** In the order of ids. */
    Collection<Revision> all() {
        return revisions.values();
    }

    /** As messages name it. */
    Named named(String id) {
        return new Named(id, locations.getOrDefault(id, ""));
    }

    /** What names a branch of one of these revisions best: a label where one has any. */
    String speaking(List<String> ids) {
        return ids.stream()
                .flatMap(id -> get(id).branchLabels().stream().sorted())
                .findFirst()
                .orElse(ids.get(0));
    }

    Map<String, String> labels() {
        return labels;
    }

    /** Parents before children. Shorter than {@link #all()} where there is a cycle. */
    List<Revision> sorted() {
        return sorted;
    }

    /** These revisions, parents before children. */
    List<Revision> sorted(Collection<String> ids) {
        List<Revision> some = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            if (positions.containsKey(id)) {
                some.add(get(id));
            }
        }
        some.sort(Comparator.comparingInt(node -> position(node.id())));
        return Collections.unmodifiableList(some);
    }

    private int position(String id) {
        return Objects.requireNonNull(positions.get(id), id);
    }

    List<String> children(String id) {
        return children.getOrDefault(id, List.of());
    }

    List<String> followers(String id) {
        return followers.getOrDefault(id, List.of());
    }

    /** The parents that are there. */
    List<String> down(String id) {
        return down.getOrDefault(id, List.of());
    }

    /** All that must be there before a revision: its parents and what it depends on. */
    List<String> required(String id) {
        return required.getOrDefault(id, List.of());
    }

    /** A dependency may be named by its branch label. */
    String byIdOrLabel(String name) {
        return contains(name) ? name : labels.getOrDefault(name, name);
    }

    List<Revision> heads() {
        return sorted.stream().filter(node -> children(node.id()).isEmpty()).toList();
    }

    List<Revision> bases() {
        return sorted.stream().filter(Revision::isBase).toList();
    }

    /** The revisions with which a branch begins; the bases where there is none. */
    List<String> roots(@Nullable Set<String> branch) {
        return Point.on(branch, positions.keySet()).stream()
                .filter(id -> Point.on(branch, down(id)).isEmpty())
                .sorted()
                .toList();
    }

    /** The revisions themselves and all that must be there before them. */
    Set<String> ancestors(Collection<String> ids) {
        return reach(ids, this::required);
    }

    /** The revisions themselves and all that follow them. */
    Set<String> offspring(Collection<String> ids) {
        return reach(ids, this::children);
    }

    /** The revisions themselves and all that follow or depend on them. */
    Set<String> descendants(Collection<String> ids) {
        return reach(ids, this::followers);
    }

    /**
     * The branch that a label names: the labelled revision, what descends from it, and what leads to it from the last point
     * at which the history branched or merged. An id stands for the whole line through it.
     */
    Set<String> branch(String id, boolean label) {
        Set<String> branch = new LinkedHashSet<>(reach(List.of(id), this::children));
        branch.addAll(reach(
                List.of(id),
                node -> down(node).stream()
                        .filter(parent -> !label
                                || (children(parent).size() == 1 && down(node).size() == 1))
                        .toList()));
        return branch;
    }

    private static Set<String> reach(Collection<String> from, Function<String, List<String>> next) {
        Set<String> reached = new LinkedHashSet<>(from);
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String id : next.apply(open.pop())) {
                if (reached.add(id)) {
                    open.push(id);
                }
            }
        }
        return reached;
    }
}
