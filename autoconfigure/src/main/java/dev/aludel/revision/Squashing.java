package dev.aludel.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which revisions one other can stand for, and where it stands. */
final class Squashing {

    private final Links links;
    private final String range;
    private final List<Revision> replaced;

    private Squashing(Links links, String range, List<Revision> replaced) {
        this.links = links;
        this.range = range;
        this.replaced = replaced;
    }

    static Squash of(String range, Standing standing) {
        Range ends = Range.parse(range, "base", "heads");
        Point from = standing.seen(ends.from());
        Point to = standing.seen(ends.to());
        if (to.revisions().size() != 1) {
            throw new UnsquashableRangeException(
                    range,
                    "it ends at " + Walk.counted(to.revisions().size()) + ". Name the last one: <first>:<last>.");
        }
        Links links = standing.links();
        Set<String> ids = links.ancestors(to.ids());
        if (!from.isBase()) {
            ids.retainAll(links.descendants(from.ids()));
        }
        if (ids.isEmpty()) {
            throw new NoAncestorException(range, ends);
        }
        return new Squashing(links, range, links.sorted(ids)).squash(ids);
    }

    private Squash squash(Set<String> ids) {
        if (replaced.size() < 2) {
            throw new UnsquashableRangeException(
                    range, "it is '" + replaced.get(0).id() + "' alone. Name two revisions: <first>:<last>.");
        }
        Set<String> parents = new LinkedHashSet<>();
        Set<String> dependencies = new LinkedHashSet<>();
        Set<String> labels = new TreeSet<>();
        for (Revision revision : replaced) {
            refuseUnlessInner(revision, ids);
            parents.addAll(revision.downRevisions());
            dependencies.addAll(revision.dependsOn());
            labels.addAll(revision.branchLabels());
        }
        parents.removeAll(ids);
        dependencies.removeIf(name -> ids.contains(links.byIdOrLabel(name)));
        return new Squash(replaced, List.copyOf(parents), List.copyOf(dependencies), labels);
    }

    private void refuseUnlessInner(Revision revision, Set<String> ids) {
        if (!revision.replaces().isEmpty()) {
            throw new UnsquashableRangeException(
                    range,
                    "'" + revision.id()
                            + "' replaces others itself. When every database has it in their place, remove their scripts, name it where a"
                            + " down-revision names the last of them, and remove its header 'replaces' first.");
        }
        if (revision.equals(replaced.get(replaced.size() - 1))) {
            return;
        }
        List<String> leaving = new ArrayList<>(links.children(revision.id()));
        leaving.removeAll(ids);
        if (!leaving.isEmpty()) {
            throw new UnsquashableRangeException(
                    range,
                    "from '" + revision.id() + "', which is within, a branch leads to " + Quoted.all(leaving)
                            + ". End the range at '" + revision.id() + "', or move that branch with 'aludel rebase'.");
        }
    }
}
