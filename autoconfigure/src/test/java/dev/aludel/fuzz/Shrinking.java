package dev.aludel.fuzz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Shrinkable;

/** Makes a pair that breaks a law smaller, as long as it breaks the same law: it is people who will read it. */
final class Shrinking {

    private final Trials trials;
    private final Set<String> seen = new HashSet<>();
    private int left;
    private Shrinkable<Mapping> smallest;
    private Verdict verdict;

    Shrinking(Trials trials, Shrinkable<Mapping> broken, Verdict verdict, int attempts) {
        this.trials = trials;
        this.smallest = broken;
        this.verdict = verdict;
        this.left = attempts;
    }

    void run() {
        while (left > 0 && step()) {
            // each step starts from what the one before found
        }
    }

    Mapping smallest() {
        return smallest.value();
    }

    Verdict verdict() {
        return verdict;
    }

    /** Finds a smaller pair that is broken in the same way, if there is one. */
    private boolean step() {
        List<Shrinkable<Mapping>> round = new ArrayList<>();
        List<Shrinkable<Mapping>> candidates =
                smallest.shrink().limit(2000).sorted().toList();
        for (Shrinkable<Mapping> candidate : candidates) {
            if (left > 0 && seen.add(key(candidate.value()))) {
                left--;
                round.add(candidate);
            }
            if (round.size() == trials.size() * 2) {
                if (anyBroken(round)) {
                    return true;
                }
                round.clear();
            }
        }
        return anyBroken(round);
    }

    private boolean anyBroken(List<Shrinkable<Mapping>> round) {
        if (round.isEmpty()) {
            return false;
        }
        List<Verdict> verdicts = trials.of(round.stream().map(Shrinkable::value).toList());
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i).resembles(verdict)) {
                smallest = round.get(i);
                verdict = verdicts.get(i);
                return true;
            }
        }
        return false;
    }

    private static String key(Mapping mapping) {
        return mapping.scenario("");
    }
}
