package dev.aludel.revision;

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
        return Math.min(edits(identifier, id), edits(identifier, beginning));
    }

    /** Levenshtein's distance. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private record Candidate(String id, int distance) {}
}
