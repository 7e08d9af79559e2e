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

    static void check(Collection<Revision> revisions, Replacements replacements) {
        GraphCheck check = new GraphCheck(replacements.links());
        check.duplicates(revisions);
        check.links.all().forEach(check::node);
        check.labels();
        check.cycles();
        check.findings.addAll(replacements.findings());
        if (!check.findings.isEmpty()) {
            throw InvalidGraphException.of(check.findings);
        }
    }

    /** The name of a script's file holds the id, and file systems end names at 255 bytes. */
    private static final int LONGEST = 100;

    /** Whether the command line can tell this id or label from other identifiers, and a header's list its parts. */
    static boolean isLegal(String id) {
        if (id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if ("@-+:,/\\'\"".indexOf(c) >= 0
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)) {
                return false;
            }
        }
        return !id.isEmpty() && !RESERVED.contains(id);
    }

    private void duplicates(Collection<Revision> revisions) {
        if (revisions.size() == links.all().size() + links.hidden().size()) {
            return;
        }
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
            findings.add(new IllegalRevisionIdException(node.id(), links.named(node.id())));
        }
        for (String label : new TreeSet<>(node.branchLabels())) {
            if (!isLegal(label)) {
                findings.add(new IllegalRevisionIdException(label, links.named(node.id())));
            }
        }
        boolean itself = false;
        for (String parent : new LinkedHashSet<>(node.downRevisions())) {
            itself |= parent.equals(node.id());
            if (!links.contains(parent)) {
                findings.add(new MissingDownRevisionException(links.named(node.id()), parent));
            }
        }
        for (String other : new LinkedHashSet<>(node.dependsOn())) {
            String id = links.byIdOrLabel(other);
            itself |= id.equals(node.id());
            if (!links.contains(id)) {
                findings.add(new MissingDependencyException(links.named(node.id()), other));
            }
        }
        if (itself) {
            findings.add(new SelfReferenceException(links.named(node.id())));
        }
    }

    private void labels() {
        Map<String, String> owners = new HashMap<>();
        for (Revision node : links.all()) {
            for (String label : new TreeSet<>(node.branchLabels())) {
                String first = links.contains(label) ? label : owners.putIfAbsent(label, node.id());
                if (first != null) {
                    findings.add(new BranchLabelCollisionException(label, links.named(first), links.named(node.id())));
                }
            }
        }
    }

    /** What could not be sorted waits for a cycle: following what it waits for leads into one. */
    private void cycles() {
        if (links.sorted().size() == links.all().size()) {
            return;
        }
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
                findings.add(new RevisionCycleException(steps.subList(steps.indexOf(at), steps.size()).stream()
                        .map(links::named)
                        .toList()));
            }
            seen.addAll(path);
        }
    }
}
