package dev.aludel.runner;

import dev.aludel.text.OneLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A revision as the version table has it.
 *
 * @param checksum SHA-256 in lower-case hexadecimal over what was applied
 * @param appliedBy the database role, and host and process where known
 * @param duration how long its statements ran
 */
public record AppliedRevision(
        String id,
        List<String> downRevisions,
        String message,
        String checksum,
        Instant appliedAt,
        String appliedBy,
        Duration duration) {

    public AppliedRevision {
        message = OneLine.of(message).strip();
        appliedBy = OneLine.of(appliedBy);
        downRevisions = List.copyOf(downRevisions);
    }
}
