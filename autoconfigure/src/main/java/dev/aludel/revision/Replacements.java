package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Revisions that stand for others. A database that has none of the others goes by the one in their place; one that has all of them
 * has that one; one that has some goes on with the others until it has all.
 */
final class Replacements {

    private final Collection<Revision> revisions;
    private final Map<String, String> locations;
    private final Map<String, Revision> replacing = new LinkedHashMap<>();
    private final Map<String, Revision> byReplaced = new HashMap<>();
    private final Links links;

    Replacements(Collection<Revision> revisions, Map<String, String> locations) {
        this.revisions = revisions;
        this.locations = locations;
        for (Revision revision : revisions) {
            if (!revision.replaces().isEmpty()) {
                replacing.put(revision.id(), revision);
                revision.replaces().forEach(id -> byReplaced.putIfAbsent(id, revision));
            }
        }
        this.links = linksOf(Set.of());
    }

    /** As an empty database goes by them. */
    Links links() {
        return links;
    }

    /** As a database goes by them that has applied some. */
    Links links(Collection<String> applied) {
        Set<String> halfway = halfway(applied);
        return halfway.isEmpty() ? links : linksOf(halfway);
    }

    /** The ids of the revisions of which a database has applied some that they stand for, and not all. */
    Set<String> halfway(Collection<String> applied) {
        if (replacing.isEmpty()) {
            return Set.of();
        }
        Set<String> done = new HashSet<>(applied);
        Set<String> halfway = new LinkedHashSet<>();
        for (Revision revision : replacing.values()) {
            if (!done.contains(revision.id())
                    && !done.containsAll(revision.replaces())
                    && revision.replaces().stream().anyMatch(done::contains)) {
                halfway.add(revision.id());
            }
        }
        return halfway;
    }

    List<String> replacedBy(String id) {
        Revision revision = replacing.get(id);
        return revision == null ? List.of() : revision.replaces();
    }

    /** The revisions that a database has since it has all that they stand for, though nobody wrote that down yet. */
    List<Revision> completed(Collection<String> applied) {
        if (replacing.isEmpty()) {
            return List.of();
        }
        Set<String> done = new HashSet<>(applied);
        return replacing.values().stream()
                .filter(revision -> done.containsAll(revision.replaces()))
                .toList();
    }

    /** What a database has applied, with the one in place of all that it stands for. */
    Set<String> settled(Collection<String> applied) {
        Set<String> settled = new LinkedHashSet<>(applied);
        completed(applied).forEach(revision -> {
            revision.replaces().forEach(settled::remove);
            settled.add(revision.id());
        });
        return settled;
    }

    /** What is wrong with what they say of each other. */
    List<InvalidGraphException> findings() {
        List<InvalidGraphException> findings = new ArrayList<>();
        Links all = replacing.isEmpty() ? links : linksOf(replacing.keySet());
        for (Revision revision : replacing.values()) {
            for (String id : revision.replaces()) {
                Revision other = byReplaced.getOrDefault(id, revision);
                if (id.equals(revision.id())) {
                    findings.add(new SelfReferenceException(all.named(id)));
                } else if (!other.equals(revision)) {
                    findings.add(ReplacementException.twice(id, all.named(other.id()), all.named(revision.id())));
                } else if (replacing.containsKey(id)) {
                    findings.add(ReplacementException.chain(all.named(revision.id()), all.named(id)));
                }
            }
            parents(revision, all).ifPresent(findings::add);
        }
        return findings;
    }

    /** It follows what they follow; as long as all of them are there, that can be seen. */
    private Optional<InvalidGraphException> parents(Revision revision, Links all) {
        if (!revision.replaces().stream().allMatch(all::contains)) {
            return Optional.empty();
        }
        Set<String> parents = new LinkedHashSet<>();
        revision.replaces().forEach(id -> parents.addAll(all.down(id)));
        revision.replaces().forEach(parents::remove);
        return parents.equals(new HashSet<>(revision.downRevisions()))
                ? Optional.empty()
                : Optional.of(ReplacementException.parents(
                        links.named(revision.id()), parents.stream().sorted().toList()));
    }

    /** @param halfway the revisions in whose place the others are gone by */
    private Links linksOf(Set<String> halfway) {
        if (replacing.isEmpty()) {
            return new Links(revisions, locations, Map.of());
        }
        Map<String, Revision> hidden = new HashMap<>();
        byReplaced.forEach((id, revision) -> {
            if (!halfway.contains(revision.id())) {
                hidden.put(id, revision);
            }
        });
        List<Revision> shown = new ArrayList<>();
        for (Revision revision : revisions) {
            Revision inPlace = byReplaced.get(revision.id());
            if (inPlace != null
                    && halfway.contains(inPlace.id())
                    && revision.id().equals(inPlace.lastReplaced())) {
                hidden.put(inPlace.id(), revision);
            }
            if (!halfway.contains(revision.id()) && !hidden.containsKey(revision.id())) {
                shown.add(relinked(revision, hidden, halfway));
            }
        }
        return new Links(shown, locations, hidden);
    }

    private Revision relinked(Revision revision, Map<String, Revision> hidden, Set<String> halfway) {
        return new Revision(
                revision.id(),
                relinked(revision.downRevisions(), hidden, halfway),
                revision.message(),
                revision.branchLabels(),
                relinked(revision.dependsOn(), hidden, halfway),
                revision.replaces());
    }

    private List<String> relinked(List<String> ids, Map<String, Revision> hidden, Set<String> halfway) {
        return ids.stream()
                .map(id -> {
                    Revision inPlace = hidden.get(id);
                    Revision replaced = halfway.contains(id) ? replacing.get(id) : null;
                    return inPlace != null ? inPlace.id() : replaced != null ? replaced.lastReplaced() : id;
                })
                .distinct()
                .toList();
    }
}
