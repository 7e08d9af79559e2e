package dev.aludel.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Graphs from a line of text, and revisions back to text. */
final class Histories {

    private Histories() {}

    /**
     * A graph such as {@code "a, b<a, c<a, m<b+c, x#label, y<x!c"}: {@code <} leads to the down revisions, {@code !} to a
     * dependency, {@code #} to a branch label; {@code q<a=b+c} replaces others.
     */
    static RevisionGraph graph(String text) {
        return RevisionGraph.of(revisions(text));
    }

    static List<Revision> revisions(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(", ", -1)).map(Histories::revision).toList();
    }

    private static Revision revision(String text) {
        List<String> down = new ArrayList<>();
        List<String> dependencies = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        String[] parts = text.split("(?=[<!#=])", -1);
        Stream.of(parts).skip(1).forEach(part -> {
            List<String> ids = List.of(part.substring(1).split("\\+", -1));
            (part.startsWith("<")
                            ? down
                            : part.startsWith("!") ? dependencies : part.startsWith("=") ? replaced : labels)
                    .addAll(ids);
        });
        return new Revision(parts[0], down, "message of " + parts[0], Set.copyOf(labels), dependencies, replaced);
    }

    static String ids(Collection<Revision> revisions) {
        return String.join(" ", revisions.stream().map(Revision::id).toList());
    }

    /** {@code "a b c"} as a version table would hold it. */
    static List<String> applied(String ids) {
        return ids.isEmpty() ? List.of() : List.of(ids.split(" ", -1));
    }
}
