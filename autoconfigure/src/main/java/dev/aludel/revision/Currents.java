package dev.aludel.revision;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where a database stands: the applied revisions that no other applied one has as down revision. */
final class Currents {

    private Currents() {}

    /** In the graph's order; then those that the graph does not know, by id. */
    static List<String> of(Links links, Set<String> applied) {
        Stream<String> known = links.sorted(applied).stream()
                .map(Revision::id)
                .filter(id -> links.children(id).stream().noneMatch(applied::contains));
        Stream<String> unknown =
                applied.stream().filter(id -> !links.contains(id)).sorted();
        return Stream.concat(known, unknown).toList();
    }
}
