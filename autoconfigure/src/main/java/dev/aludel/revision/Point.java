package dev.aludel.revision;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in the graph: the revisions that an identifier stands for.
 *
 * @param revisions none for the base
 * @param branch the ids of the branch that the identifier names; null where it names none
 */
record Point(List<Revision> revisions, @Nullable Set<String> branch) {

    List<String> ids() {
        return revisions.stream().map(Revision::id).toList();
    }

    boolean isBase() {
        return revisions.isEmpty();
    }

    /** Those of the ids that are on the branch: all where it names none. */
    static List<String> on(@Nullable Set<String> branch, Collection<String> ids) {
        return ids.stream().filter(id -> branch == null || branch.contains(id)).toList();
    }
}
