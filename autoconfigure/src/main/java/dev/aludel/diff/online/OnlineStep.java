package dev.aludel.diff.online;

import dev.aludel.diff.provenance.Difference;
import java.util.List;

/**
 * One revision of an online plan.
 *
 * @param transactional whether it runs in one transaction; otherwise each statement is one of its own
 * @param label what it does, such as {@code validate}; empty where that goes without saying
 * @param differences its operations in order; the way back is their reverse from the end
 */
public record OnlineStep(boolean transactional, String label, List<Difference> differences) {

    public OnlineStep {
        differences = List.copyOf(differences);
    }
}
