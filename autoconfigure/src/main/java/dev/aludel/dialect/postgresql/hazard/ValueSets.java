package dev.aludel.dialect.postgresql.hazard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of an enumeration before and after.
 *
 * @param gone in the order of the old values
 * @param come in the order of the new values
 * @param kept in the order of the old values
 */
record ValueSets(List<String> gone, List<String> come, List<String> kept) {

    private static final double ALIKE = 0.4;

    ValueSets(List<String> before, List<String> after) {
        this(without(before, after), without(after, before), without(before, without(before, after)));
    }

    private static List<String> without(List<String> values, List<String> others) {
        List<String> rest = new ArrayList<>(values);
        rest.removeAll(others);
        return List.copyOf(rest);
    }

    /** What each value that went may be called now: the likest of those that came; where as many came as went, the one in its place. */
    Map<String, String> likely() {
        Map<String, String> pairs = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String old : gone) {
            come.stream()
                    .filter(now -> !taken.contains(now) && likeness(old, now) >= ALIKE)
                    .max((one, other) -> Double.compare(likeness(old, one), likeness(old, other)))
                    .ifPresent(now -> {
                        pairs.put(old, now);
                        taken.add(now);
                    });
        }
        List<String> left = without(gone, List.copyOf(pairs.keySet()));
        List<String> free = without(come, List.copyOf(taken));
        if (left.size() == free.size()) {
            for (int at = 0; at < left.size(); at++) {
                pairs.put(left.get(at), free.get(at));
            }
        }
        return pairs;
    }

    /** The share of the pairs of letters that two words have in common. */
    private static double likeness(String one, String other) {
        List<String> pairs = pairs(one);
        List<String> others = pairs(other);
        int all = pairs.size() + others.size();
        int common = (int) pairs.stream().filter(others::remove).count();
        return all == 0 ? 0 : 2.0 * common / all;
    }

    private static List<String> pairs(String word) {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at + 1 < word.length(); at++) {
            pairs.add(word.substring(at, at + 2));
        }
        return pairs;
    }
}
