package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds all that keeps revisions from being a graph. */
final class GraphCheck {

    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    private final Links links;
    private final List<InvalidGraphException> findings = new ArrayList<>();

    private GraphCheck(Links links) {
        this.links = links;
    }

    static void check(Collection<Revision> revisions, Links links) {
        GraphCheck check = new GraphCheck(links);
        check.duplicates(revisions);
        links.all().forEach(check::node);
        check.labels();
        check.cycles();
        if (!check.findings.isEmpty()) {
            throw InvalidGraphException.of(check.findings);
        }
    }

    /** Whether the command line can tell this id or label from other identifiers, and a header's list its parts. */
    static boolean isLegal(String id) {
        return !id.isEmpty()
                && !RESERVED.contains(id)
                && id.codePoints()
                        .noneMatch(c -> "@-+:,/\\'\"".indexOf(c) >= 0
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c));
    }

    private void duplicates(Collection<Revision> revisions) {
        Map<String, Integer> counts = new TreeMap<>();
        revisions.forEach(node -> counts.merge(node.id(), 1, Integer::sum));
        counts.forEach((id, count) -> {
            if (count > 1) {
                findings.add(new DuplicateRevisionException(id));
            }
        });
    }

    private void node(Revision node) {
        if (!isLegal(node.id())) {
            findings.add(new IllegalRevisionIdException(node.id(), node.id()));
        }
        new TreeSet<>(node.branchLabels())
                .stream()
                        .filter(label -> !isLegal(label))
                        .forEach(label -> findings.add(new IllegalRevisionIdException(label, node.id())));
        if (node.downRevisions().contains(node.id())
                || node.dependsOn().stream().map(links::byIdOrLabel).anyMatch(node.id()::equals)) {
            findings.add(new SelfReferenceException(node.id()));
        }
        node.downRevisions().stream()
                .distinct()
                .filter(parent -> !links.contains(parent))
                .forEach(parent -> findings.add(new MissingDownRevisionException(node.id(), parent)));
        node.dependsOn().stream()
                .distinct()
                .filter(other -> !links.contains(links.byIdOrLabel(other)))
                .forEach(other -> findings.add(new MissingDependencyException(node.id(), other)));
    }

    private void labels() {
        Map<String, String> owners = new HashMap<>();
        for (Revision node : links.all()) {
            for (String label : new TreeSet<>(node.branchLabels())) {
                String first = links.contains(label) ? label : owners.putIfAbsent(label, node.id());
                if (first != null) {
                    findings.add(new BranchLabelCollisionException(label, first, node.id()));
                }
            }
        }
    }

    /** What could not be sorted waits for a cycle: following what it waits for leads into one. */
    private void cycles() {
        Set<String> sorted = new HashSet<>();
        links.sorted().forEach(node -> sorted.add(node.id()));
        Set<String> seen = new HashSet<>();
        for (Revision start : links.all()) {
            Set<String> path = new LinkedHashSet<>();
            String at = start.id();
            while (!sorted.contains(at) && !seen.contains(at) && path.add(at)) {
                at = links.required(at).stream()
                        .filter(id -> !sorted.contains(id))
                        .findFirst()
                        .orElse(at);
            }
            if (path.contains(at)) {
                List<String> steps = List.copyOf(path);
                findings.add(new RevisionCycleException(steps.subList(steps.indexOf(at), steps.size())));
            }
            seen.addAll(path);
        }
    }
}
