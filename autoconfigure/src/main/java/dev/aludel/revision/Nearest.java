package dev.aludel.revision;

import dev.aludel.Spelling;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The ids that someone may have meant. */
final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    /** Ids that differ from the identifier, or begin with what differs from it, in at most a third of its characters. */
    static List<String> to(String identifier, Collection<Revision> revisions) {
        int allowed = Math.max(1, identifier.length() / 3);
        return revisions.stream()
                .map(revision -> new Candidate(revision.id(), distance(identifier, revision.id())))
                .filter(candidate -> candidate.distance <= allowed)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::id))
                .limit(MOST)
                .map(Candidate::id)
                .toList();
    }

    private static int distance(String identifier, String id) {
        String beginning = id.substring(0, Math.min(identifier.length(), id.length()));
        return Math.min(Spelling.distance(identifier, id), Spelling.distance(identifier, beginning));
    }

    private record Candidate(String id, int distance) {}
}
