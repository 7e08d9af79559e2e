package dev.aludel.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts steps from where a database stands: one revision a step, and an error where there is a choice. */
final class Walk {

    private final Links links;
    private final Identifier identifier;
    private final @Nullable Set<String> branch;
    private final Set<String> applied;

    Walk(Links links, Identifier identifier, @Nullable Set<String> branch, Set<String> applied) {
        this.links = links;
        this.identifier = identifier;
        this.branch = branch;
        this.applied = new LinkedHashSet<>(applied);
    }

    /** The next revisions to apply: those that continue a current one, before those that begin or join a branch. */
    List<Revision> forward() {
        Set<String> pending = new TreeSet<>();
        links.all().stream()
                .map(Revision::id)
                .filter(id -> !applied.contains(id))
                .forEach(pending::add);
        refuseTooFar(identifier.steps(), pending, "pending", "heads");
        Set<String> ready = new TreeSet<>();
        links.all().stream().map(Revision::id).filter(this::isReady).forEach(ready::add);
        List<Revision> steps = new ArrayList<>();
        while (steps.size() < identifier.steps()) {
            List<String> candidates = Point.on(branch, ready);
            List<String> continuing =
                    candidates.stream().filter(this::continuesCurrent).toList();
            String next = only(continuing.isEmpty() ? candidates : continuing, steps.size(), "pending");
            ready.remove(next);
            applied.add(next);
            steps.add(links.get(next));
            links.followers(next).stream().filter(this::isReady).forEach(ready::add);
        }
        return steps;
    }

    private boolean isReady(String id) {
        return !applied.contains(id) && applied.containsAll(links.required(id));
    }

    private boolean continuesCurrent(String id) {
        return links.down(id).stream()
                .anyMatch(parent -> links.children(parent).stream().noneMatch(applied::contains));
    }

    /** The revisions to take back, the latest first. */
    List<Revision> back() {
        refuseTooFar(-identifier.steps(), applied, "applied", "base");
        Set<String> free = new TreeSet<>();
        applied.stream().filter(this::isFree).forEach(free::add);
        List<Revision> steps = new ArrayList<>();
        while (steps.size() < -identifier.steps()) {
            String next = only(Point.on(branch, free), steps.size(), "applied");
            free.remove(next);
            applied.remove(next);
            steps.add(links.get(next));
            links.required(next).stream().filter(this::isFree).forEach(free::add);
        }
        return steps;
    }

    private boolean isFree(String id) {
        return applied.contains(id) && links.followers(id).stream().noneMatch(applied::contains);
    }

    /** Before any fork: how many there are says more than where the way first branches. */
    private void refuseTooFar(int steps, Set<String> ids, String kind, String end) {
        int there = Point.on(branch, ids).size();
        if (steps > there) {
            String all = identifier.branch().isEmpty() ? end : identifier.branch() + "@" + end;
            throw new RelativeRevisionException(
                    identifier.text(),
                    "goes too far: " + counted(there) + " " + (there == 1 ? "is " : "are ") + kind + "."
                            + (there == 0 ? "" : " Write '" + all + "' for all of them."));
        }
    }

    private String only(List<String> candidates, int done, String kind) {
        if (candidates.isEmpty()) {
            throw new RelativeRevisionException(
                    identifier.text(),
                    "goes too far: " + counted(done) + " " + (done == 1 ? "is " : "are ") + kind + ".");
        }
        if (candidates.size() > 1) {
            throw new BranchRequiredException(identifier, links.speaking(candidates), done, candidates);
        }
        return candidates.get(0);
    }

    static String counted(int revisions) {
        return revisions == 0 ? "no revisions" : revisions == 1 ? "1 revision" : revisions + " revisions";
    }
}
