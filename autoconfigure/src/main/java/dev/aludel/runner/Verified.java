package dev.aludel.runner;

import java.util.List;

/**
 * What {@code verify} found.
 *
 * @param revisions how many applied revisions were looked at
 * @param findings none where all is as it was applied
 */
public record Verified(int revisions, List<Finding> findings) {

    public Verified {
        findings = List.copyOf(findings);
    }

    public boolean ok() {
        return findings.isEmpty();
    }
}
