package dev.aludel.revision;

import dev.aludel.Spelling;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The names that someone may have meant who wrote one that is not there. */
public final class Nearest {

    private static final int MOST = 3;

    /** Of anything shorter, one letter that differs is too much to tell what was meant. */
    private static final int SHORTEST = 4;

    private Nearest() {}

    /** Names that differ from the identifier, or begin with what differs from it, in at most a quarter of its characters, the nearest first. */
    public static List<String> to(String identifier, Collection<String> names) {
        if (identifier.length() < SHORTEST) {
            return List.of();
        }
        int allowed = identifier.length() / SHORTEST;
        return names.stream()
                .map(name -> new Candidate(name, distance(identifier, name)))
                .filter(candidate -> candidate.distance <= allowed)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    private static int distance(String identifier, String id) {
        String beginning = id.substring(0, Math.min(identifier.length(), id.length()));
        return Math.min(Spelling.distance(identifier, id), Spelling.distance(identifier, beginning));
    }

    private record Candidate(String name, int distance) {}
}
