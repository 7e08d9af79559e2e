package dev.aludel.runner.version;

import dev.aludel.text.OneLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** {@code '3f2a9c1b7d40' (add email to users; applied by shop at web-1)}. */
    public String described() {
        String details = Stream.of(message, appliedBy.isEmpty() ? "" : "applied by " + appliedBy)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return "'" + id + "'" + (details.isEmpty() ? "" : " (" + details + ")");
    }
}
